package io.groundswell.testing;

import io.groundswell.vault.SealedColumn;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Has the server lack the key that sealed everything, until it is given it again. */
@ApplicationScoped
public class LostKey {
    private static final String KNOWN = "v1.shared.";
    private static final String UNKNOWN = "v1.away.";

    /** Those who say that something does not open. */
    private static final Set<String> NOISE =
            Set.of("io.groundswell.vault.KeyCheck", "io.groundswell.vault.VaultFailure");

    private final List<SealedColumn> columns;
    private final Rows rows;

    LostKey(@All List<SealedColumn> columns, Rows rows) {
        this.columns = columns;
        this.rows = rows;
    }

    public void lose() {
        NOISE.forEach(name -> Logger.getLogger(name).setLevel(Level.OFF));
        replace(KNOWN, UNKNOWN);
    }

    public void giveBack() {
        NOISE.forEach(name -> Logger.getLogger(name).setLevel(null));
        replace(UNKNOWN, KNOWN);
    }

    private void replace(String prefix, String other) {
        columns.forEach(column -> rows.change("update %1$s set %2$s = replace(%2$s, '%3$s', '%4$s')"
                .formatted(column.table(), column.column(), prefix, other)));
    }
}
