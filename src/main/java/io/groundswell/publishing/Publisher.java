package io.groundswell.publishing;

import io.groundswell.mission.Platform;
import io.groundswell.shared.Owner;
import java.util.Optional;

/**
 * A way to the networks. Called outside transactions; failures are {@link PublishFailure}. Every call must end within
 * two minutes: an item whose publisher is silent for longer is handed to another one.
 */
public interface Publisher {
    /** What it is called in settings and messages. */
    String network();

    /** Whether it takes this organization's posts for the platform. */
    boolean isConnected(Owner owner, Platform platform);

    /** Posts at once. A second call with the same reference must not make a second post where the network allows. */
    Published publish(Post post);

    /** The post made under the reference, if there is one: asked after a crash or a time-out, before another try. */
    Optional<Published> find(String reference);
}
