package io.groundswell.publishing;

import io.groundswell.mission.Platform;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Which platforms an organization can publish to. */
@ApplicationScoped
public class Connections {
    private final Publishers publishers;

    Connections(Publishers publishers) {
        this.publishers = publishers;
    }

    /** The account that posts for a platform go to, as people know it. */
    public Optional<String> account(Owner owner, Platform platform) {
        return publishers.of(owner, platform).flatMap(publisher -> publisher.account(owner, platform));
    }

    /** Those of the platforms given that can be published to, in the same order. */
    public List<Platform> connected(Owner owner, List<Platform> platforms) {
        return platforms.stream()
                .filter(platform -> publishers.of(owner, platform).isPresent())
                .toList();
    }
}
