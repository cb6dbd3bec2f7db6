package io.groundswell.database;

import io.quarkus.runtime.configuration.QuarkusConfigBuilderCustomizer;
import io.smallrye.config.PropertiesLocationConfigSourceFactory;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Settings from wherever the server will read them, before it does: its own are made from what is decided by these. */
final class SettingsFiles {
    private static final String LOCATIONS = "smallrye.config.locations";
    private static final String ENVIRONMENT = "SMALLRYE_CONFIG_LOCATIONS";

    private SettingsFiles() {}

    /** Looks for nothing, since a native executable would find nothing that is looked for when it runs. */
    static SmallRyeConfig read() {
        return new SmallRyeConfigBuilder()
                .withCustomizers(new QuarkusConfigBuilderCustomizer())
                .addDefaultSources()
                .addDefaultInterceptors()
                .withSources(new PropertiesLocationConfigSourceFactory())
                .build();
    }

    /** The framework leaves out a file that is not there, and with it a password or the address of a database. */
    static void requireAll() {
        Stream.of(System.getProperty(LOCATIONS), System.getenv(ENVIRONMENT))
                .flatMap(locations -> Optional.ofNullable(locations).stream())
                .flatMap(locations -> Stream.of(locations.split(",")))
                .map(String::strip)
                .filter(location -> !location.isEmpty() && !isThere(location))
                .findFirst()
                .ifPresent(location -> {
                    throw new IllegalStateException(
                            "There is no file of settings at %s, which %s names".formatted(location, ENVIRONMENT));
                });
    }

    private static boolean isThere(String location) {
        try {
            var address = new URI(location);
            if (address.getScheme() == null) {
                return Files.exists(Path.of(address.getPath())) || isPacked(location);
            }
            // What is elsewhere is an error of its own when it cannot be fetched.
            return !"file".equals(address.getScheme()) || Files.exists(Path.of(address));
        } catch (URISyntaxException e) {
            return Files.exists(Path.of(location));
        }
    }

    private static boolean isPacked(String location) {
        return Thread.currentThread().getContextClassLoader().getResource(location) != null;
    }
}
