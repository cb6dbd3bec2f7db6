package io.groundswell.performance;

import io.groundswell.mission.Platform;
import io.groundswell.publishing.MetricFailure;
import io.groundswell.publishing.MetricSource;
import io.groundswell.shared.Owner;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Picks the source for an organization and a platform: the first that is connected. */
@ApplicationScoped
class MetricSources {
    private final List<MetricSource> sources;

    MetricSources(@All List<MetricSource> sources) {
        this.sources = sources;
    }

    MetricSource of(Owner owner, Platform platform) {
        return sources.stream()
                .filter(source -> source.isConnected(owner, platform))
                .findFirst()
                .orElseThrow(() -> MetricFailure.passing("No account is connected for " + platform, null));
    }
}
