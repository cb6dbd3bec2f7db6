package io.groundswell.publishing;

import io.groundswell.mission.Platform;
import io.groundswell.shared.Owner;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Picks the publisher for an organization and a platform: the first that is connected. */
@ApplicationScoped
class Publishers {
    private final List<Publisher> publishers;

    Publishers(@All List<Publisher> publishers) {
        this.publishers = publishers;
    }

    Optional<Publisher> of(Owner owner, Platform platform) {
        return publishers.stream()
                .filter(publisher -> publisher.account(owner, platform).isPresent())
                .findFirst();
    }
}
