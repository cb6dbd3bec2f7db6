package io.groundswell.creator;

import io.quarkus.runtime.configuration.TrimmedStringConverter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.util.Optional;
import java.util.Set;

/** Creators, wherever they are tracked. */
@ConfigMapping(prefix = "groundswell.creator")
public interface CreatorConfig {
    /** Handles that nobody may add, separated by commas. Creators that are already tracked stay. */
    Optional<Set<@WithConverter(TrimmedStringConverter.class) String>> bannedHandles();
}
