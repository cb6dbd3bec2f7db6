package io.groundswell.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** While servers are replaced one by one, one of the old ones may start anew on the schema of the new ones. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class NewerSchemaTest {
    private final PGSimpleDataSource newer = new PGSimpleDataSource();

    @Inject
    Flyway flyway;

    @Inject
    Rows rows;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @AfterEach
    void drop() {
        rows.change("drop database if exists newer_schema with (force)");
    }

    @Test
    void a_server_starts_on_the_schema_of_a_newer_one() throws SQLException {
        rows.change("create database newer_schema");
        newer.setUrl(url.replaceFirst("/[^/]*$", "/newer_schema"));
        newer.setUser(user);
        newer.setPassword(password);
        migrate();
        change("""
                insert into flyway_schema_history
                    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                select max(installed_rank) + 1, '9999', 'of a newer server', 'SQL', 'V9999__of_a_newer_server.sql', 1, 'x', 1, true
                from flyway_schema_history""");

        assertThatCode(this::migrate).doesNotThrowAnyException();
        assertThatCode(() -> new SchemaVersion(newer).onStart(new StartupEvent()))
                .doesNotThrowAnyException();
    }

    @Test
    void a_migration_that_is_another_than_it_was_still_stops_the_start() {
        assertThat(flyway.getConfiguration().isValidateOnMigrate()).isTrue();
        assertThat(flyway.getConfiguration().getIgnoreMigrationPatterns())
                .extracting(Object::toString)
                .containsExactly("*:future");
    }

    /** As a start does. */
    private void migrate() {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(newer)
                .load()
                .migrate();
    }

    private void change(String statement) throws SQLException {
        try (var connection = newer.getConnection();
                var running = connection.createStatement()) {
            running.execute(statement);
        }
    }
}
