package io.groundswell.publishing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Publishing without networks. */
@ConfigMapping(prefix = "groundswell.sandbox")
public interface SandboxConfig {
    /** Whether live content, too, goes to the sandbox; for trials of a whole server. Test content always does. */
    @WithDefault("false")
    boolean live();
}
