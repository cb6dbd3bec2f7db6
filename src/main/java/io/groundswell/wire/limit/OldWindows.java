package io.groundswell.wire.limit;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.work.Repeat;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Deletes counts that nothing asks for any more, all of them: whoever makes many must not make more than go again. */
@ApplicationScoped
class OldWindows implements Round {
    /** Long enough for {@code api_calls} of a whole month, in any zone, with a month to spare. */
    private static final Duration CALLS = Duration.ofDays(62);

    private static final Duration KEYS = Duration.ofMinutes(5);
    private static final Duration ADDRESSES = Duration.ofHours(1);
    private static final Duration ENDPOINTS = Duration.ofHours(2);
    private static final Duration INSTANCES = Duration.ofHours(1);

    private static final Sql OLD_CALLS = Sql.text("""
            delete from rate_window where ctid = any (array(
                select ctid from rate_window where minute < :end limit 10000))""");
    private static final Sql OLD_ADDRESSES = Sql.text("""
            delete from rate_window where ctid = any (array(
                select ctid from rate_window where minute < :end and subject like 'address:%' limit 10000))""");
    private static final Sql OLD_KEYS = Sql.text("""
            delete from rate_window where ctid = any (array(
                select ctid from rate_window where minute < :end and subject like 'key:%' limit 10000))""");
    private static final Sql OLD_ENDPOINTS = Sql.text("""
            delete from endpoint_window where ctid = any (array(
                select ctid from endpoint_window where minute < :end limit 10000))""");
    // An instance may tell of itself at that moment, and has been seen once its row can be held.
    private static final Sql OLD_INSTANCES = Sql.text("""
            delete from in_flight where ctid = any (array(
                select ctid from in_flight where seen_at < :end limit 10000 for update skip locked))""");

    private final AgroalDataSource database;
    private final Repeat repeat;
    private final Clock clock;

    OldWindows(AgroalDataSource database, Repeat repeat, Clock clock) {
        this.database = database;
        this.repeat = repeat;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "old_windows";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public int run(Instant deadline) {
        return repeat.until(deadline, this::deleteSome);
    }

    private int deleteSome() {
        return delete(OLD_CALLS, CALLS)
                + delete(OLD_ADDRESSES, ADDRESSES)
                + delete(OLD_KEYS, KEYS)
                + delete(OLD_ENDPOINTS, ENDPOINTS)
                + delete(OLD_INSTANCES, INSTANCES);
    }

    private int delete(Sql old, Duration kept) {
        return old.update(database, Map.of("end", clock.instant().minus(kept)));
    }
}
