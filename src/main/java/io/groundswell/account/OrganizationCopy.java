package io.groundswell.account;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * All rows of an organization as lines of JSON, as they are at one moment. Holds some rows at a time. The last line says how many
 * there were: what lacks it broke off.
 */
@ApplicationScoped
public class OrganizationCopy {
    /** For as long the database keeps what is deleted meanwhile, for everybody. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration LITTLE_MORE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 2;
    private static final int ROWS_AHEAD = 200;
    private static final int LARGE_ROWS_AHEAD = 4;
    /** Times are told in UTC, whatever the zone of the machine. */
    private static final Sql TERMS = Sql.text("""
            set transaction isolation level repeatable read, read only;
            select set_config('timezone', 'UTC', true)""");

    private static final Sql SCHEMA = Sql.text(
            "select version from flyway_schema_history where success and version is not null order by installed_rank desc limit 1");

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final AgroalDataSource database;
    private final Clock clock;

    OrganizationCopy(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public void write(String organizationId, OutputStream out) throws IOException {
        write(organizationId, out, PATIENCE);
    }

    void write(String organizationId, OutputStream out, Duration patience) throws IOException {
        if (!places.tryAcquire()) {
            throw Refusal.later(
                    AccountError.TOO_MANY_COPIES, LITTLE_MORE, "Already %d organizations are being copied", AT_ONCE);
        }
        try {
            QuarkusTransaction.requiringNew()
                    .timeout((int) PATIENCE.plus(LITTLE_MORE).toSeconds())
                    .run(() -> new Lines(organizationId, out, clock.instant().plus(patience)).write());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            places.release();
        }
    }

    /** One copy on its way out. */
    private final class Lines {
        private final String organizationId;
        private final OutputStream out;
        private final Instant end;
        private long rows;

        private Lines(String organizationId, OutputStream out, Instant end) {
            this.organizationId = organizationId;
            this.out = out;
            this.end = end;
        }

        private void write() {
            TERMS.call(database, Map.of());
            var tables = OwnedTables.all();
            line("{\"organization_id\":\"%s\",\"schema\":\"%s\",\"made_at\":\"%s\",\"tables\":%d}"
                    .formatted(
                            organizationId,
                            SCHEMA.first(database, Map.of(), row -> row.getString("version"))
                                    .orElseThrow(),
                            clock.instant().truncatedTo(ChronoUnit.SECONDS),
                            tables.size()));
            tables.forEach(this::write);
            line("{\"rows\":%d}".formatted(rows));
        }

        private void write(OwnedTable table) {
            Sql.text(table.query())
                    .read(
                            database,
                            Map.of("organization", organizationId, "withheld", table.withheld()),
                            table.large() ? LARGE_ROWS_AHEAD : ROWS_AHEAD,
                            row -> write(table.name(), row));
        }

        private boolean write(String table, ResultSet row) throws SQLException {
            if (clock.instant().isAfter(end)) {
                throw new IllegalStateException(
                        "Organization %s is not copied in time; it was at table %s".formatted(organizationId, table));
            }
            line("{\"table\":\"" + table + "\",\"row\":" + row.getString("row") + "}");
            rows++;
            return true;
        }

        private void line(String text) {
            try {
                out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
