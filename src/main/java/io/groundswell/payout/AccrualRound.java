package io.groundswell.payout;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.work.Round;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes what creators are owed for what is over, one assignment at a time, each in a transaction of its own. */
@ApplicationScoped
class AccrualRound implements Round {
    private static final int BATCH = 20;
    private static final int MAX_PER_ROUND = 2_000;
    private static final Sql NEXT = Sql.file(AccrualRound.class, "next-due.sql");

    private final AgroalDataSource database;
    private final Accruing accruing;
    private final Clock clock;

    AccrualRound(AgroalDataSource database, Accruing accruing, Clock clock) {
        this.database = database;
        this.accruing = accruing;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "payout_accruals";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    record Due(UUID assignmentId, UUID structureId, Owner owner) {}

    @Override
    public int run(Instant deadline) {
        var done = 0;
        var some = 1;
        while (some > 0 && done < MAX_PER_ROUND && clock.instant().isBefore(deadline)) {
            some = 0;
            for (var due : next()) {
                some += QuarkusTransaction.requiringNew().call(() -> accruing.accrue(due)) ? 1 : 0;
            }
            done += some;
        }
        return done;
    }

    private List<Due> next() {
        return NEXT.list(
                database,
                Map.of("now", clock.instant(), "limit", BATCH),
                row -> new Due(
                        row.getObject("id", UUID.class),
                        row.getObject("structure_id", UUID.class),
                        new Owner(row.getString("organization_id"), Mode.valueOf(row.getString("mode")))));
    }
}
