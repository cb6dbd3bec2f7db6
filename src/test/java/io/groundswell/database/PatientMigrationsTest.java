package io.groundswell.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class PatientMigrationsTest {
    private static final String IMPATIENT =
            "?socketTimeout=1&options=-c%20idle_in_transaction_session_timeout%3D1000%20-c%20statement_timeout%3D900";

    @Inject
    Flyway flyway;

    @TempDir
    Path folder;

    @Test
    void a_migration_may_take_longer_than_connections_wait_which_they_do_again_afterwards() throws Exception {
        // Given
        var migrations = Files.createDirectory(folder.resolve("migrations"));
        Files.writeString(migrations.resolve("V1__slow.sql"), "select pg_sleep(3);");
        try (var database = EmbeddedDatabase.start(folder.resolve("data"));
                var pool = impatient(database)) {
            var own = Flyway.configure().dataSource(pool).locations("filesystem:" + migrations);
            // When
            new PatientMigrations().customize(own);
            var done = own.load().migrate();
            // Then
            assertThat(done.migrationsExecuted).isOne();
            try (var one = pool.getConnection();
                    var other = pool.getConnection();
                    var third = pool.getConnection()) {
                for (var connection : List.of(one, other, third)) {
                    assertThat(connection.getNetworkTimeout()).isEqualTo(1_000);
                    assertThat(statementTimeout(connection)).isEqualTo("900ms");
                }
            }
        }
    }

    @Test
    void the_server_migrates_so() {
        var configuration = flyway.getConfiguration();
        assertThat(configuration.getCallbacks())
                .extracting(Callback::getCallbackName)
                .containsExactly("no timeout");
        assertThat(configuration
                        .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                        .isTransactionalLock())
                .isFalse();
        assertThat(configuration.getLockRetryCount()).isEqualTo(PatientMigrations.LOOKS);
    }

    private static String statementTimeout(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("show statement_timeout")) {
            row.next();
            return row.getString(1);
        }
    }

    private static AgroalDataSource impatient(EmbeddedDatabase database) throws SQLException {
        return AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(3)
                        .connectionFactoryConfiguration(connection -> connection
                                .jdbcUrl(database.jdbcUrl() + IMPATIENT)
                                .principal(new NamePrincipal(database.username()))
                                .credential(new SimplePassword(database.password())))));
    }
}
