package io.groundswell.vault;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.work.Round;
import io.groundswell.work.Stopping;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** After a change of keys, seals anew what an older one sealed, so that the older one can be thrown away. */
@ApplicationScoped
class Resealing implements Round {
    private static final Logger LOG = Logger.getLogger(Resealing.class);
    private static final int PAGE = 200;

    private final List<SealedColumn> columns;
    private final Vault vault;
    private final AgroalDataSource database;
    private final Stopping stopping;
    private final Clock clock;

    private record Cell(String id, String sealed) {}

    Resealing(@All List<SealedColumn> columns, Vault vault, AgroalDataSource database, Stopping stopping, Clock clock) {
        this.columns = columns;
        this.vault = vault;
        this.database = database;
        this.stopping = stopping;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "resealing";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public int run(Instant deadline) {
        var mayGoOn = stopping.mayGoOnUntil(deadline);
        return columns.stream().mapToInt(column -> reseal(column, mayGoOn)).sum();
    }

    private int reseal(SealedColumn column, BooleanSupplier mayGoOn) {
        var done = 0;
        var last = "";
        while (mayGoOn.getAsBoolean()) {
            var page = older(column, last);
            for (var cell : page) {
                done += reseal(column, cell);
                last = cell.id();
            }
            if (page.size() < PAGE) {
                break;
            }
        }
        return done;
    }

    private List<Cell> older(SealedColumn column, String after) {
        return Sql.text("""
                select id, %2$s as sealed from %1$s
                where id > :after and %2$s is not null and not starts_with(%2$s, :current)
                order by id limit %3$d""".formatted(column.table(), column.column(), PAGE))
                .list(
                        database,
                        Map.of("after", after, "current", vault.currentPrefix()),
                        row -> new Cell(row.getString("id"), row.getString("sealed")));
    }

    /** Compare and set: what was changed meanwhile is sealed with the current key already. */
    private int reseal(SealedColumn column, Cell cell) {
        try {
            var purpose = column.purpose(cell.id());
            var anew = vault.seal(vault.open(cell.sealed(), purpose), purpose);
            return Sql.text("update %1$s set %2$s = :anew where id = :id and %2$s = :sealed"
                            .formatted(column.table(), column.column()))
                    .update(database, Map.of("anew", anew, "id", cell.id(), "sealed", cell.sealed()));
        } catch (VaultFailure lost) {
            LOG.errorf("%s of %s %s: %s", column.column(), column.table(), cell.id(), lost.getMessage());
            return 0;
        }
    }
}
