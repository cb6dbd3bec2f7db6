package io.groundswell.publishing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Publishing without networks. */
@ConfigMapping(prefix = "groundswell.sandbox")
public interface SandboxConfig {
    /** Whether live content is published to the sandbox, as test content always is; for trying out a server. */
    @WithDefault("false")
    boolean live();
}
