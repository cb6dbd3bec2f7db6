package io.groundswell.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import java.nio.file.Path;
import java.util.Map;
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
            var source = source(embedded, embedded.jdbcUrl());
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
    void a_database_that_cannot_hold_every_text_is_refused_by_name() {
        try (var embedded = EmbeddedDatabase.start(folder)) {
            var own = source(embedded, embedded.jdbcUrl());
            Sql.text("create database latin encoding 'LATIN1' locale_provider libc locale 'C' template template0")
                    .update(own, Map.of());
            var latin = source(embedded, embedded.jdbcUrl().replaceFirst("/postgres$", "/latin"));
            var version = new SchemaVersion(latin);

            assertThatThrownBy(() -> version.onStart(new StartupEvent()))
                    .hasMessageStartingWith("The database has the encoding LATIN1, and this server needs UTF8");
        }
    }

    private static PGSimpleDataSource source(EmbeddedDatabase embedded, String url) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(embedded.username());
        source.setPassword(embedded.password());
        return source;
    }

    @Test
    void an_old_postgresql_is_refused_by_name() {
        assertThatCode(() -> SchemaVersion.requirePostgresql(15)).doesNotThrowAnyException();
        assertThatThrownBy(() -> SchemaVersion.requirePostgresql(14))
                .hasMessage("The database is PostgreSQL 14, and this server needs 15 or newer");
    }
}
