package io.groundswell.outbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Calls to addresses that users chose. */
@ConfigMapping(prefix = "groundswell.outbound")
public interface OutboundConfig {
    /**
     * Whether webhooks and other calls may go to private, loopback and other special addresses. Everybody who may register a
     * webhook can then make this server call your own network.
     */
    @WithDefault("false")
    boolean privateTargets();
}
