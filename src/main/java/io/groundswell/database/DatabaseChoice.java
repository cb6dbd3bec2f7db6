package io.groundswell.database;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Optional;

/** Decides, before the server is configured, whether it brings its own database. */
public final class DatabaseChoice {
    private DatabaseChoice() {}

    /** Starts the embedded database, unless {@code quarkus.datasource.jdbc.url} names a server. */
    public static Optional<EmbeddedDatabase> embedded() {
        // The server's own configuration is not there yet: it is made from the address we are about to find.
        var config = new SmallRyeConfigBuilder()
                .addDefaultSources()
                .addDefaultInterceptors()
                .build();
        if (config.getOptionalValue("quarkus.datasource.jdbc.url", String.class).isPresent()) {
            return Optional.empty();
        }
        var directory = config.getOptionalValue("groundswell.data-directory", String.class)
                .orElse("data");
        return Optional.of(EmbeddedDatabase.start(Path.of(directory)));
    }
}
