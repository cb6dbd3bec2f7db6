package io.groundswell.content;

import io.groundswell.mission.Platform;
import java.util.Map;

/** Limits as a server has them that configures some, or none. */
record SomeLimits(Map<Platform, Integer> maxCharacters, int maxInstagramHashtags) implements ContentConfig {
    static PlatformLimits usual() {
        return new PlatformLimits(new SomeLimits(Map.of(), 30));
    }
}
