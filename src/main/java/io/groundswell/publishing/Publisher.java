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

    /** The account that it posts to, as people know it; empty when it takes no posts of the organization there. */
    Optional<String> account(Owner owner, Platform platform);

    /** Posts at once. A second call with the same reference must not make a second post where the network allows. */
    Published publish(Post post);

    /**
     * What came of the post, if it is out: asked after a crash or a time-out, before another try. Networks that know no
     * references are asked for its words.
     *
     * @param post as it was handed over, be it in an earlier version than the item now is
     */
    Optional<Published> find(Post post);

    /**
     * Takes back what an earlier attempt left waiting at the network. What posts at once leaves nothing waiting, and has
     * nothing to do. Fails when the post may still go out.
     *
     * @return the post, if it turns out to be out already: then it stays so
     */
    default Optional<Published> withdraw(Post post) {
        return Optional.empty();
    }
}
