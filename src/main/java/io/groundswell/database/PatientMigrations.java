package io.groundswell.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.jboss.logging.Logger;

/**
 * Lets a migration take as long as it needs on connections that are for requests: those give up on a statement, on an answer, and on a
 * transaction in which nothing happens, such as that of the lock that is held meanwhile. Others that start wait for it.
 */
@ApplicationScoped
class PatientMigrations implements FlywayConfigurationCustomizer {
    /** For another instance that migrates; one a second. */
    static final int LOOKS = 1_800;

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.callbacks(new NoTimeout()).lockRetryCount(LOOKS);
        configuration
                .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
    }

    private static final class NoTimeout implements Callback {
        private static final Logger LOG = Logger.getLogger(PatientMigrations.class);

        private int usual;

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_EACH_MIGRATE
                    || event == Event.AFTER_EACH_MIGRATE
                    || event == Event.AFTER_EACH_MIGRATE_ERROR;
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return true;
        }

        @Override
        public void handle(Event event, Context context) {
            var connection = context.getConnection();
            try {
                if (event == Event.BEFORE_EACH_MIGRATE) {
                    usual = connection.getNetworkTimeout();
                    connection.setNetworkTimeout(Runnable::run, 0);
                    execute(connection, "set statement_timeout = 0");
                } else {
                    connection.setNetworkTimeout(Runnable::run, usual);
                    // After a failure the transaction takes it back, and does nothing else any more.
                    execute(connection, "reset statement_timeout");
                }
            } catch (SQLException e) {
                LOG.debug("The connection of a migration keeps its timeouts", e);
            }
        }

        private static void execute(Connection connection, String sql) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        @Override
        public String getCallbackName() {
            return "no timeout";
        }
    }
}
