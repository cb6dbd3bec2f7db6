package io.groundswell.content;

import io.groundswell.mission.Platform;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** What platforms allow, where it differs from what they published when this was written. */
@ConfigMapping(prefix = "groundswell.content")
public interface ContentConfig {
    /** Characters of one post, or of one part of a thread, by platform. */
    Map<Platform, Integer> maxCharacters();

    /** Hashtags of one post on Instagram. */
    @WithDefault("30")
    int maxInstagramHashtags();
}
