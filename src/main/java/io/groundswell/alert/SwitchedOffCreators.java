package io.groundswell.alert;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.work.OneByOne;
import io.groundswell.work.Repeat;
import io.groundswell.work.Round;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Raises an alert for each creator that is switched off, whoever did that, and ends it when it is on again or gone. Two instances
 * that find the same one raise it once.
 */
@ApplicationScoped
class SwitchedOffCreators implements Round {
    private static final int AT_ONCE = 200;
    private static final Sql UNTOLD = Sql.file(SwitchedOffCreators.class, "switched-off.sql");
    private static final Sql OVER = Sql.file(SwitchedOffCreators.class, "switched-on.sql");

    private final AgroalDataSource database;
    private final AlertLog log;
    private final OneByOne oneByOne;
    private final Repeat repeat;
    private final Clock clock;

    SwitchedOffCreators(AgroalDataSource database, AlertLog log, OneByOne oneByOne, Repeat repeat, Clock clock) {
        this.database = database;
        this.log = log;
        this.oneByOne = oneByOne;
        this.repeat = repeat;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "switched_off_creators";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int run(Instant deadline) {
        return repeat.until(deadline, this::raise) + repeat.until(deadline, this::end);
    }

    private int end() {
        return OVER.update(database, Map.of("now", clock.instant(), "most", AT_ONCE));
    }

    private record SwitchedOff(Owner owner, Cause cause) {
        static SwitchedOff of(ResultSet row) throws SQLException {
            var handle = row.getString("handle");
            var since = Sql.instant(row, "disabled_at");
            return new SwitchedOff(
                    new Owner(row.getString("organization_id"), Mode.valueOf(row.getString("mode"))),
                    new Cause(
                            AlertKind.CREATOR_DISABLED,
                            row.getString("cause"),
                            row.getObject("program_id", UUID.class),
                            row.getObject("id", UUID.class),
                            "@%s is switched off: nothing is fetched any more".formatted(handle),
                            Map.of("tiktok_handle", handle, "disabled_at", since.toString())));
        }
    }

    private int raise() {
        return oneByOne.together(
                this,
                UNTOLD.list(database, Map.of("most", AT_ONCE), SwitchedOff::of),
                one -> one.cause().key(),
                this::raise,
                one -> 0);
    }

    private int raise(List<SwitchedOff> some) {
        return QuarkusTransaction.requiringNew().call(() -> {
            some.forEach(one -> log.raise(one.owner(), one.cause()));
            return some.size();
        });
    }
}
