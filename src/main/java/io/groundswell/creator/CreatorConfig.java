package io.groundswell.creator;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** Creators, wherever they are tracked. */
@ConfigMapping(prefix = "groundswell.creator")
public interface CreatorConfig {
    /** Handles that nobody may add, separated by commas. Creators that are already tracked stay. */
    Optional<Set<String>> bannedHandles();
}
