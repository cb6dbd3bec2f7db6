package io.groundswell.source.tiktok;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** TikTok's official APIs, for creators' own accounts and for researchers. */
@ConfigMapping(prefix = "groundswell.tiktok")
public interface TikTokConfig {
    /** Base URL of TikTok's APIs. */
    @WithDefault("https://open.tiktokapis.com")
    String baseUrl();

    /** How long one call to TikTok may take: up to 45 seconds, which is below how long one server alone may fetch another token. */
    @WithDefault("10S")
    Duration timeout();

    /** Name of the field of the research API that counts saves; TikTok refuses calls that ask for a field it does not know. */
    @WithDefault("favourites_count")
    String savesField();
}
