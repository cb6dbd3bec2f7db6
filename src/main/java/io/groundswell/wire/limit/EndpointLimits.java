package io.groundswell.wire.limit;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Alone;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import io.groundswell.wire.Waits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Hourly limits of single endpoints, in rolling windows of one hour, kept in buckets of a minute: a call counts until
 * its minute is over and an hour has passed, so that no hour ever holds more than the limit.
 */
@ApplicationScoped
public class EndpointLimits {
    private static final Duration WINDOW = Duration.ofMinutes(61);
    private static final Sql USED = Sql.text("""
            select coalesce(sum(calls), 0) as calls, min(minute) as oldest from endpoint_window
            where organization_id = :organization and mode = :mode and endpoint = :endpoint and minute > :since""");
    private static final Sql COUNT = Sql.text("""
            insert into endpoint_window (organization_id, mode, endpoint, minute, calls)
            values (:organization, :mode, :endpoint, :minute, 1)
            on conflict (organization_id, mode, endpoint, minute) do update set calls = endpoint_window.calls + 1""");

    private final AgroalDataSource database;
    private final Clock clock;

    EndpointLimits(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What an endpoint has been used in the current hour; {@code resetAt} is when the oldest call stops counting. */
    public record Use(long calls, Instant resetAt) {}

    /**
     * Counts one call in the transaction at hand, so that a call that fails does not count.
     *
     * @param limit calls per hour, -1 when unlimited
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void charge(Owner owner, String endpoint, long limit) {
        if (limit < 0) {
            return;
        }
        Alone.with(database, owner + endpoint);
        var use = use(owner, endpoint);
        if (use.calls() >= limit) {
            var wait = Duration.between(clock.instant(), use.resetAt());
            throw Refusal.later(
                    LimitError.RATE_LIMIT_EXCEEDED,
                    wait,
                    "%s is limited to %d calls an hour. Try again in %d seconds",
                    endpoint,
                    limit,
                    Waits.seconds(wait));
        }
        var values = key(owner, endpoint);
        values.put("minute", minute());
        COUNT.update(database, values);
    }

    public Use use(Owner owner, String endpoint) {
        var values = key(owner, endpoint);
        values.put("since", clock.instant().minus(WINDOW));
        return USED.first(database, values, row -> {
                    var oldest = Sql.instant(row, "oldest");
                    return new Use(row.getLong("calls"), (oldest == null ? minute() : oldest).plus(WINDOW));
                })
                .orElseThrow();
    }

    private Instant minute() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    private static Map<String, Object> key(Owner owner, String endpoint) {
        var values = Sql.owned(owner);
        values.put("endpoint", endpoint);
        return values;
    }
}
