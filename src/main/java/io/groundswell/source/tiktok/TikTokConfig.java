package io.groundswell.source.tiktok;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** TikTok's own interfaces, of creators' accounts and for researchers. */
@ConfigMapping(prefix = "groundswell.tiktok")
public interface TikTokConfig {
    /** Where they are. */
    @WithDefault("https://open.tiktokapis.com")
    String baseUrl();

    /** How long one call may take. */
    @WithDefault("PT10S")
    Duration timeout();

    /** What researchers are told saves under. TikTok refuses calls that ask for a field it does not know. */
    @WithDefault("favourites_count")
    String savesField();
}
