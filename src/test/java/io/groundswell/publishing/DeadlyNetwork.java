package io.groundswell.publishing;

import io.groundswell.testing.Reaper;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.Optional;

/** Lets the {@link Reaper} strike around the calls to a network. */
@Decorator
@Priority(1)
abstract class DeadlyNetwork implements Publisher {
    @Inject
    @Delegate
    @Any
    Publisher network;

    @Inject
    Reaper reaper;

    @Override
    public Published publish(Post post) {
        reaper.pass("before the post");
        var published = network.publish(post);
        reaper.pass("after the post");
        return published;
    }

    @Override
    public Optional<Published> find(Post post) {
        reaper.pass("before the look-up");
        var found = network.find(post);
        reaper.pass("after the look-up");
        return found;
    }

    @Override
    public Optional<Published> withdraw(Post post) {
        reaper.pass("before the withdrawal");
        var found = network.withdraw(post);
        reaper.pass("after the withdrawal");
        return found;
    }
}
