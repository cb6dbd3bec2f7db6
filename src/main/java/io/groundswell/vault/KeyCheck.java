package io.groundswell.vault;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.work.Round;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Notices soon after a start that this server lacks a key, and not only when a secret is needed. */
@Singleton
class KeyCheck implements Round {
    private static final Logger LOG = Logger.getLogger(KeyCheck.class);

    private final List<SealedColumn> columns;
    private final Vault vault;
    private final AgroalDataSource database;
    private final AtomicLong unopened;

    private record Cell(String id, String sealed) {}

    KeyCheck(@All List<SealedColumn> columns, Vault vault, AgroalDataSource database, MeterRegistry meters) {
        this.columns = columns;
        this.vault = vault;
        this.database = database;
        this.unopened = meters.gauge("groundswell.vault.unopened", new AtomicLong());
    }

    @Override
    public String name() {
        return "vault_keys";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    /** Looks and does nothing, so there is never more to do. */
    @Override
    public int run(Instant deadline) {
        unopened.set(columns.stream().mapToLong(this::unopened).sum());
        return 0;
    }

    private long unopened(SealedColumn column) {
        return oneOfEachKey(column).stream()
                .filter(cell -> !opens(column, cell))
                .count();
    }

    private List<Cell> oneOfEachKey(SealedColumn column) {
        return Sql.text("""
                select distinct on (split_part(%2$s, '.', 2)) id, %2$s as sealed from %1$s
                where %2$s is not null
                order by split_part(%2$s, '.', 2), id desc""".formatted(column.table(), column.column()))
                .list(database, Map.of(), row -> new Cell(row.getString("id"), row.getString("sealed")));
    }

    private boolean opens(SealedColumn column, Cell cell) {
        try {
            vault.open(cell.sealed(), column.purpose(cell.id()));
            return true;
        } catch (VaultFailure lost) {
            LOG.errorf(
                    "This server cannot read %s of %s, such as that of %s: %s",
                    column.column(), column.table(), cell.id(), lost.getMessage());
            return false;
        }
    }
}
