package io.groundswell.mission;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.UsageCounter;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** How many missions an organization created; those it deleted since count too. */
@ApplicationScoped
class CreatedMissions implements UsageCounter {
    private static final Sql COUNT = Sql.text("""
            insert into mission_creation (organization_id, mode, at) values (:organization, :mode, :at)""");
    private static final Sql SINCE = Sql.text("""
            select count(*) from mission_creation
            where organization_id = :organization and mode = :mode and at >= :start""");

    private final AgroalDataSource database;
    private final Clock clock;

    CreatedMissions(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void count(Owner owner) {
        COUNT.update(
                database, Map.of("organization", owner.organizationId(), "mode", owner.mode(), "at", clock.instant()));
    }

    @Override
    public String name() {
        return "missions_created";
    }

    @Override
    public long since(Owner owner, Instant start) {
        return SINCE.first(
                        database,
                        Map.of("organization", owner.organizationId(), "mode", owner.mode(), "start", start),
                        row -> row.getLong(1))
                .orElseThrow();
    }
}
