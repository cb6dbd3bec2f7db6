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

/**
 * Books calls whose end nobody saw, because their worker died and their mission ended meanwhile. They may have been paid
 * for, so after a day each counts as spent, with what was reserved for it.
 */
@ApplicationScoped
class OldReservations implements Round {
    private static final Duration PATIENCE = Duration.ofDays(1);
    private static final Sql SETTLE = Sql.text("""
            update ledger_entry set state = 'SETTLED', cost_cents = reserved_cents, requests = 1
            where id = any (array(
                select id from ledger_entry where state = 'RESERVED' and at < :end order by at limit 1000
                for update skip locked))""");

    private final AgroalDataSource database;
    private final Repeat repeat;
    private final Clock clock;

    OldReservations(AgroalDataSource database, Repeat repeat, Clock clock) {
        this.database = database;
        this.repeat = repeat;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "old_reservations";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public int run(Instant deadline) {
        var end = clock.instant().minus(PATIENCE);
        return repeat.until(deadline, () -> SETTLE.update(database, Map.of("end", end)));
    }
}
