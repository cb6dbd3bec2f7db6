package io.groundswell.publishing.sandbox;

import io.groundswell.metric.Counters;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.LivePost;
import io.groundswell.publishing.MetricSource;
import io.groundswell.publishing.SandboxConfig;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Tells what the sandbox's imagined audience thinks of the posts that the sandbox published. */
@ApplicationScoped
class SandboxMetrics implements MetricSource {
    private final SandboxConfig config;
    private final MetricFaults faults;
    private final Clock clock;

    SandboxMetrics(SandboxConfig config, MetricFaults faults, Clock clock) {
        this.config = config;
        this.faults = faults;
        this.clock = clock;
    }

    @Override
    public boolean isConnected(Owner owner, Platform platform) {
        return owner.mode() == Mode.TEST || config.live();
    }

    @Override
    public Counters lifetime(LivePost post) {
        faults.strike();
        return new SandboxAudience(post).at(clock.instant());
    }
}
