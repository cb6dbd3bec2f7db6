package io.groundswell.wire.limit;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import io.groundswell.wire.Waits;
import io.groundswell.wire.WireConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * How many bytes the answers to an owner's idempotency keys take. They are counted by the hour, until the hour is over and
 * has been kept, so that never more is there than was counted; but for what is being answered when the limit is reached.
 */
@ApplicationScoped
public class KeptAnswers {
    /** What a key takes without its answer, in its row and in the indexes. */
    private static final int BYTES_OF_A_KEY = 1_024;

    private static final Sql KEPT = Sql.text("""
            select coalesce(sum(calls), 0) as bytes, min(minute) as oldest from rate_window
            where subject = :subject and minute > :since""");
    // By itself, and not in the transaction of the answer: there the owner's calls would wait for each other.
    private static final Sql COUNT = Sql.text("""
            with unhurried as (select set_config('synchronous_commit', 'off', true))
            insert into rate_window (subject, minute, calls)
            select :subject, :hour, :bytes from unhurried
            on conflict (subject, minute) do update set calls = rate_window.calls + excluded.calls""");

    private final AgroalDataSource database;
    private final Clock clock;
    private final WireConfig config;

    KeptAnswers(AgroalDataSource database, Clock clock, WireConfig config) {
        this.database = database;
        this.clock = clock;
        this.config = config;
    }

    private record Kept(long bytes, Instant oldest) {}

    /** Refuses what would be one key more than there is room for. */
    public void requireRoom(Owner owner) {
        var window = config.idempotencyRetention().plusHours(1);
        var since = clock.instant().minus(window);
        var kept = KEPT.first(
                        database,
                        Map.of("subject", subject(owner), "since", since),
                        row -> new Kept(row.getLong("bytes"), Sql.instant(row, "oldest")))
                .orElseThrow();
        if (kept.oldest() != null && kept.bytes() >= config.idempotencyBytes()) {
            var wait = Duration.between(since, kept.oldest());
            throw Refusal.later(
                    LimitError.RATE_LIMIT_EXCEEDED,
                    wait,
                    "The answers to the idempotency keys of the last %d minutes take %d bytes, which is as much as is kept. Try again in %d seconds",
                    config.idempotencyRetention().toMinutes(),
                    kept.bytes(),
                    Waits.seconds(wait));
        }
    }

    public void count(Owner owner, String answer) {
        var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        var bytes = (long) BYTES_OF_A_KEY + answer.getBytes(StandardCharsets.UTF_8).length;
        COUNT.update(database, Map.of("subject", subject(owner), "hour", hour, "bytes", bytes));
    }

    private static String subject(Owner owner) {
        return owner.organizationId() + ":" + owner.mode() + ":answers";
    }
}
