package io.groundswell.content;

import io.groundswell.mission.Platform;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** Limits of platforms, to override the ones built in. */
@ConfigMapping(prefix = "groundswell.content")
public interface ContentConfig {
    /** Most characters in one post, or in one part of a thread, on the platform {@code <name>}. Default: what the platform published. */
    Map<Platform, Integer> maxCharacters();

    /** Most hashtags in one post on Instagram. */
    @WithDefault("30")
    int maxInstagramHashtags();
}
