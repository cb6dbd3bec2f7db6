package io.groundswell.testing;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.groundswell.database.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * A real PostgreSQL in a temporary folder, an identity provider, a Metricool, a TikTok and a mail server, for as long as the application
 * under test runs.
 */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {
    private final IdentityProvider identityProvider = new IdentityProvider();
    private final MetricoolServer metricool = new MetricoolServer();
    private final TikTokServer tiktok = new TikTokServer();
    private final SecretsInLogs log = new SecretsInLogs();
    private Path directory;
    private EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        try {
            directory = Files.createTempDirectory("groundswell-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        UnpackedPostgres.giveTo(directory);
        database = EmbeddedDatabase.start(directory);
        UnpackedPostgres.keepFrom(directory);
        Secrets.use(database.password());
        var settings = new HashMap<>(identityProvider.start());
        settings.putAll(metricool.start());
        settings.putAll(tiktok.start());
        settings.putAll(MailServer.start());
        settings.putAll(Map.of(
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.username", database.username(),
                "quarkus.datasource.password", database.password(),
                "groundswell.data-directory", directory.toString(),
                "groundswell.wire.public-url", "http://localhost:8080"));
        return settings;
    }

    /**
     * Gives a test that asks for a {@link Runnable} one that restarts the database at the same address, and one that asks
     * for this resource the resource itself. Called before each test.
     */
    @Override
    public void inject(TestInjector injector) {
        log.readAlong();
        Witness.listen();
        injector.injectIntoFields(this, new TestInjector.MatchesType(TestDatabase.class));
        injector.injectIntoFields((Runnable) this::restart, new TestInjector.MatchesType(Runnable.class));
    }

    /** For tests of a server in another process; to be closed. */
    AgroalDataSource connect() {
        try {
            return AgroalDataSource.from(
                    new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(2)
                            .connectionFactoryConfiguration(connection -> connection
                                    .jdbcUrl(database.jdbcUrl())
                                    .principal(new NamePrincipal(database.username()))
                                    .credential(new SimplePassword(database.password())))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void restart() {
        restartAfter(() -> {});
    }

    void restoreFromBackup() {
        restartAfter(() -> Rehearsal.restore(directory));
    }

    /** @param rest what is done while the database is down */
    public void restartAfter(Runnable rest) {
        var port = Postmaster.of(directory).port();
        database.close();
        rest.run();
        database = EmbeddedDatabase.start(directory, port);
    }

    @Override
    public void stop() {
        log.close();
        identityProvider.stop();
        metricool.stop();
        tiktok.stop();
        MailServer.current().down();
        database.close();
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        log.requireNoneInTheEnd();
    }
}
