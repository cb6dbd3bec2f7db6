package io.groundswell.publishing;

import io.groundswell.mission.Platform;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Which platforms an organization can publish to. */
@ApplicationScoped
public class Connections {
    private final Publishers publishers;

    Connections(Publishers publishers) {
        this.publishers = publishers;
    }

    /** Those of the platforms given that can be published to, in the same order. */
    public List<Platform> connected(Owner owner, List<Platform> platforms) {
        return platforms.stream()
                .filter(platform -> publishers.of(owner, platform).isPresent())
                .toList();
    }
}
