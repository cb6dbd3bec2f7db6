package io.groundswell.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** How events are taken. */
@ConfigMapping(prefix = "groundswell.event")
public interface EventConfig {
    /** How many events may wait to be written; requests that would make it more get a 503. */
    @WithDefault("20000")
    int mostWaiting();

    /** How many bytes of events may wait to be written, about. */
    @WithDefault("33554432")
    long mostWaitingBytes();

    /** How many events are written at once, at most. */
    @WithDefault("5000")
    int batch();

    /** The header in which a proxy tells the visitor's country, as ISO 3166-1 alpha-2. Leave it empty when there is none. */
    @WithDefault("CF-IPCountry")
    Optional<String> countryHeader();

    /** A file in MaxMind's format that knows the countries of addresses, for visitors of whom no proxy tells one. */
    Optional<Path> countryDatabase();
}
