package io.groundswell.account;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import io.groundswell.work.Repeat;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** How much an organization had made for it, what it deleted since included. Forgotten after 62 days. */
@ApplicationScoped
public class Creations implements Round {
    /** Enough for any month in any zone, with a month to spare. */
    private static final Duration KEPT = Duration.ofDays(62);

    private static final Sql COUNT = Sql.text("""
            insert into creation (organization_id, mode, what, at) values (:organization, :mode, :what, :at)""");
    private static final Sql SINCE = Sql.text("""
            select count(*) from creation
            where organization_id = :organization and mode = :mode and what = :what and at >= :start""");
    private static final Sql DELETE = Sql.text("""
            delete from creation where ctid = any (array(select ctid from creation where at < :end limit 10000))""");

    private final AgroalDataSource database;
    private final Repeat repeat;
    private final Clock clock;

    Creations(AgroalDataSource database, Repeat repeat, Clock clock) {
        this.database = database;
        this.repeat = repeat;
        this.clock = clock;
    }

    /** Counts one, in the transaction that makes it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void count(Owner owner, String what) {
        COUNT.update(
                database,
                Map.of(
                        "organization", owner.organizationId(),
                        "mode", owner.mode(),
                        "what", what,
                        "at", clock.instant()));
    }

    public long since(Owner owner, String what, Instant start) {
        return SINCE.first(
                        database,
                        Map.of(
                                "organization",
                                owner.organizationId(),
                                "mode",
                                owner.mode(),
                                "what",
                                what,
                                "start",
                                start),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    @Override
    public String name() {
        return "old_creations";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public int run(Instant deadline) {
        var end = clock.instant().minus(KEPT);
        return repeat.until(deadline, () -> DELETE.update(database, Map.of("end", end)));
    }
}
