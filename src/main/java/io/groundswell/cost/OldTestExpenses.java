package io.groundswell.cost;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.work.Repeat;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Forgets what missions of test mode spent that are gone. This month and the last one are told whole. */
@ApplicationScoped
class OldTestExpenses implements Round {
    static final Duration KEPT = Duration.ofDays(62);
    private static final Sql DELETE = Sql.text("""
            delete from ledger_entry where id = any (array(
                select l.id from ledger_entry l
                where l.mode = 'TEST' and l.state <> 'RESERVED' and l.at < :end
                  and not exists (select from mission m where m.id = l.mission_id)
                order by l.at limit 10000
                for update skip locked))""");

    private final AgroalDataSource database;
    private final Repeat repeat;
    private final Clock clock;

    OldTestExpenses(AgroalDataSource database, Repeat repeat, Clock clock) {
        this.database = database;
        this.repeat = repeat;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "old_test_expenses";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public int run(Instant deadline) {
        var end = clock.instant().minus(KEPT);
        return repeat.until(deadline, () -> DELETE.update(database, Map.of("end", end)));
    }
}
