package io.groundswell.wire.limit;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Counts requests in windows of one minute, aligned to the minute, for all instances together.
 *
 * <p>A count may be lost when the database itself crashes: it is not worth a disk write for every request.
 */
@ApplicationScoped
public class RateLimits {
    private static final Sql COUNT = Sql.text("""
            with unhurried as (select set_config('synchronous_commit', 'off', true))
            insert into rate_window (subject, minute, calls)
            select :subject, :minute, 1 from unhurried
            on conflict (subject, minute) do update set calls = rate_window.calls + 1
            returning calls""");
    private static final Sql ENTER = Sql.text("""
            select calls, elsewhere from count_request(:subject, :minute, :instance, :running, :moment, :now)""");
    private static final Sql USED =
            Sql.text("select calls from rate_window where subject = :subject and minute = :minute");
    private static final Sql TOTAL = Sql.text(
            "select coalesce(sum(calls), 0) as calls from rate_window where subject = :subject and minute >= :since");

    private final AgroalDataSource database;
    private final Clock clock;

    RateLimits(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param limit requests per minute, -1 when unlimited */
    public RateWindow count(String subject, long limit) {
        var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        long calls = COUNT.first(database, Map.of("subject", subject, "minute", minute), row -> row.getLong("calls"))
                .orElseThrow();
        return new RateWindow(limit, calls, minute.plus(1, ChronoUnit.MINUTES));
    }

    /** @param elsewhere how many requests of the subject the other instances are answering */
    record Entered(RateWindow window, long elsewhere) {}

    /** The same for a request that is being answered now, and counts towards those at once. */
    Entered enter(InFlight.Count here, long limit) {
        var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        var values = Map.of(
                "subject", here.subject(),
                "minute", minute,
                "instance", here.instance(),
                "running", here.running(),
                "moment", here.moment(),
                "now", clock.instant());
        return ENTER.first(
                        database,
                        values,
                        row -> new Entered(
                                new RateWindow(limit, row.getLong("calls"), minute.plus(1, ChronoUnit.MINUTES)),
                                row.getLong("elsewhere")))
                .orElseThrow();
    }

    /** The window as it is, without counting. */
    public RateWindow peek(String subject, long limit) {
        var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        long calls = USED.first(database, Map.of("subject", subject, "minute", minute), row -> row.getLong("calls"))
                .orElse(0L);
        return new RateWindow(limit, calls, minute.plus(1, ChronoUnit.MINUTES));
    }

    /** Requests since an instant, refused ones included; windows are kept for 62 days. */
    public long total(String subject, Instant since) {
        return TOTAL.first(database, Map.of("subject", subject, "since", since), row -> row.getLong("calls"))
                .orElse(0L);
    }
}
