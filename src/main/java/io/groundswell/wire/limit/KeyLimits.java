package io.groundswell.wire.limit;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Refusal;
import io.groundswell.wire.Waits;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * The creators contract's limits: how many requests a key may make in any 60 seconds, and its organization on a day (UTC). What is
 * refused counts towards neither. The window is kept by the second, so a call may count up to a second longer.
 */
@ApplicationScoped
class KeyLimits {
    private static final Duration WINDOW = Duration.ofSeconds(61);
    private static final Sql ADMIT =
            Sql.text("select calls, oldest, today from admit_call(:window, :quota, :now, :per_minute, :per_day)");

    private final AgroalDataSource database;
    private final RoutingContext routing;
    private final Clock clock;

    KeyLimits(AgroalDataSource database, RoutingContext routing, Clock clock) {
        this.database = database;
        this.routing = routing;
        this.clock = clock;
    }

    /** @param today null when the window was full already */
    private record Admission(RateWindow window, Long today) {}

    void admit(Caller caller) {
        var now = clock.instant();
        var admission = count(caller, now);
        admission.window().announce(routing.response());
        if (admission.window().isExceeded()) {
            refuse(
                    Duration.between(now, admission.window().resetAt()),
                    "More than %d requests in 60 seconds with this key".formatted(caller.requestsPerMinute()));
        }
        if (caller.requestsPerDay() >= 0 && admission.today() > caller.requestsPerDay()) {
            var midnight = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
            refuse(
                    Duration.between(now, midnight),
                    "The organization may make %d requests a day (UTC)".formatted(caller.requestsPerDay()));
        }
    }

    private Admission count(Caller caller, Instant now) {
        var values = Map.of(
                "window",
                "key:" + caller.tokenId(),
                "quota",
                caller.owner().organizationId() + ":creators",
                "now",
                now,
                "per_minute",
                caller.requestsPerMinute(),
                "per_day",
                caller.requestsPerDay());
        return ADMIT.first(database, values, row -> {
                    var oldest = Sql.instant(row, "oldest");
                    var reset = (oldest == null ? now.truncatedTo(ChronoUnit.SECONDS) : oldest).plus(WINDOW);
                    return new Admission(
                            new RateWindow(caller.requestsPerMinute(), row.getLong("calls"), reset),
                            row.getObject("today", Long.class));
                })
                .orElseThrow();
    }

    private static void refuse(Duration wait, String reason) {
        throw Refusal.later(
                LimitError.RATE_LIMIT_EXCEEDED, wait, "%s. Try again in %d seconds", reason, Waits.seconds(wait));
    }
}
