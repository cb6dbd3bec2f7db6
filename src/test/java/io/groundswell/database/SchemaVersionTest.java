package io.groundswell.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class SchemaVersionTest {
    @TempDir
    Path folder;

    @Test
    void a_start_on_an_older_schema_says_what_to_do() {
        try (var embedded = EmbeddedDatabase.start(folder)) {
            var source = new PGSimpleDataSource();
            source.setUrl(embedded.jdbcUrl());
            source.setUser(embedded.username());
            source.setPassword(embedded.password());
            var version = new SchemaVersion(source);

            assertThatThrownBy(() -> version.onStart(new StartupEvent()))
                    .hasMessage(
                            "The schema has version 0, and this server needs %d: start one with quarkus.flyway.migrate-at-start=true first",
                            SchemaVersion.NEEDED);

            Flyway.configure().dataSource(source).target("41").load().migrate();
            assertThatThrownBy(() -> version.onStart(new StartupEvent())).hasMessageContaining("has version 41");

            Flyway.configure().dataSource(source).load().migrate();
            assertThatCode(() -> version.onStart(new StartupEvent())).doesNotThrowAnyException();
        }
    }

    @Test
    void an_old_postgresql_is_refused_by_name() {
        assertThatCode(() -> SchemaVersion.requirePostgresql(15)).doesNotThrowAnyException();
        assertThatThrownBy(() -> SchemaVersion.requirePostgresql(14))
                .hasMessage("The database is PostgreSQL 14, and this server needs 15 or newer");
    }
}
