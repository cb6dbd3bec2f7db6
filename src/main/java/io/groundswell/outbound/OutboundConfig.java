package io.groundswell.outbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Calls to addresses that others chose. */
@ConfigMapping(prefix = "groundswell.outbound")
public interface OutboundConfig {
    /**
     * Lets calls go to private, loopback and other special addresses. Whoever may register a webhook can then make this
     * server call whatever it reaches: switch it on only where all of them may see your own network.
     */
    @WithDefault("false")
    boolean privateTargets();
}
