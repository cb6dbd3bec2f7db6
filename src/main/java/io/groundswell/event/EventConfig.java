package io.groundswell.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Intake of events. */
@ConfigMapping(prefix = "groundswell.event")
public interface EventConfig {
    /** How many events may wait in memory to be written; beyond that, requests get a 503. */
    @WithDefault("20000")
    int mostWaiting();

    /** About how many bytes of events may wait in memory until they are on disk; beyond that, requests get a 503. */
    @WithDefault("33554432")
    long mostWaitingBytes();

    /** Most events written in one transaction. */
    @WithDefault("5000")
    int batch();

    /** Request header in which a proxy gives the visitor's country, as ISO 3166-1 alpha-2. Empty: no such proxy. */
    @WithDefault("CF-IPCountry")
    Optional<String> countryHeader();

    /** Database file in MaxMind's format to look up a visitor's country by address when no proxy gives it. */
    Optional<Path> countryDatabase();
}
