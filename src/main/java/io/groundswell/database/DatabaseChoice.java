package io.groundswell.database;

import java.nio.file.Path;
import java.util.Optional;

/** Decides, before the server is configured, whether it brings its own database. */
public final class DatabaseChoice {
    public static final String ADDRESS = "quarkus.datasource.jdbc.url";

    private DatabaseChoice() {}

    /**
     * Starts the embedded database, unless {@link #ADDRESS} names a server.
     *
     * @throws IllegalStateException a file of settings that was named is not there
     */
    public static Optional<EmbeddedDatabase> embedded() {
        SettingsFiles.requireAll();
        if (isGiven(System.getProperty(ADDRESS)) || isGiven(System.getenv("QUARKUS_DATASOURCE_JDBC_URL"))) {
            // Nearly always where starts are to be fast, and all of the configuration takes a twentieth of one to read.
            return Optional.empty();
        }
        var config = SettingsFiles.read();
        if (config.getOptionalValue(ADDRESS, String.class).isPresent()) {
            return Optional.empty();
        }
        var directory = config.getOptionalValue("groundswell.data-directory", String.class)
                .orElse("data");
        return Optional.of(EmbeddedDatabase.start(Path.of(directory)));
    }

    private static boolean isGiven(String address) {
        return address != null && !address.isBlank();
    }
}
