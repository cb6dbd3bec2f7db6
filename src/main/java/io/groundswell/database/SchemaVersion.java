package io.groundswell.database;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Stops the start on a PostgreSQL or a schema that is too old for this server, as the latter can be where a start does not migrate, and on
 * a database that cannot hold every text.
 */
@ApplicationScoped
public class SchemaVersion {
    /** That of the newest migration. */
    static final int NEEDED = 67;

    /** The oldest PostgreSQL that has all that is asked of it. */
    private static final int NEEDED_POSTGRESQL = 15;

    private static final Sql POSTGRESQL =
            Sql.text("select current_setting('server_version_num')::int / 10000 as version");
    private static final String NEEDED_ENCODING = "UTF8";

    private static final Sql ENCODING = Sql.text("select current_setting('server_encoding') as encoding");
    private static final Sql HAS_HISTORY =
            Sql.text("select to_regclass('flyway_schema_history') is not null as migrated");
    private static final Sql REACHED = Sql.text("""
            select coalesce(max(version::int), 0) as version
            from flyway_schema_history
            where success and version ~ '^[0-9]+$'""");

    private final DataSource database;

    SchemaVersion(DataSource database) {
        this.database = database;
    }

    /** Before anybody else asks the schema for something. */
    void onStart(@Observes @Priority(1) StartupEvent start) {
        requirePostgresql(POSTGRESQL
                .first(database, Map.of(), row -> row.getInt("version"))
                .orElseThrow());
        requireEncoding(ENCODING.first(database, Map.of(), row -> row.getString("encoding"))
                .orElseThrow());
        var reached = reached();
        // A newer one is no fault: migrations add, so that servers of two versions can share a database.
        if (reached < NEEDED) {
            throw new IllegalStateException(
                    "The schema has version %d, and this server needs %d: start one with quarkus.flyway.migrate-at-start=true first"
                            .formatted(reached, NEEDED));
        }
    }

    static void requirePostgresql(int version) {
        if (version < NEEDED_POSTGRESQL) {
            throw new IllegalStateException("The database is PostgreSQL %d, and this server needs %d or newer"
                    .formatted(version, NEEDED_POSTGRESQL));
        }
    }

    private static void requireEncoding(String encoding) {
        if (!encoding.equals(NEEDED_ENCODING)) {
            throw new IllegalStateException(
                    "The database has the encoding %s, and this server needs %s: make one with %s"
                            .formatted(
                                    encoding, NEEDED_ENCODING, "create database … encoding 'UTF8' template template0"));
        }
    }

    private int reached() {
        var migrated = HAS_HISTORY
                .first(database, Map.of(), row -> row.getBoolean("migrated"))
                .orElseThrow();
        return migrated
                ? REACHED.first(database, Map.of(), row -> row.getInt("version"))
                        .orElseThrow()
                : 0;
    }
}
