package io.groundswell.publishing.bluesky;

import io.groundswell.mission.Platform;
import io.groundswell.publishing.Post;
import io.groundswell.publishing.Provider;
import io.groundswell.publishing.Published;
import io.groundswell.publishing.Publisher;
import io.groundswell.publishing.direct.Accounts;
import io.groundswell.publishing.direct.NetworkFailure;
import io.groundswell.shared.Owner;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Posts to an account on Bluesky, or on any other server of its protocol. */
@ApplicationScoped
@Priority(10)
class BlueskyPublisher implements Publisher {
    private final Accounts accounts;
    private final Threads threads;

    BlueskyPublisher(Accounts accounts, Threads threads) {
        this.accounts = accounts;
        this.threads = threads;
    }

    @Override
    public String network() {
        return "bluesky";
    }

    @Override
    public Optional<String> account(Owner owner, Platform platform) {
        return accounts.shown(owner, Provider.BLUESKY, platform);
    }

    @Override
    public Published publish(Post post) {
        try {
            return accounts.ask(post.owner(), Provider.BLUESKY, account -> threads.publish(account, post));
        } catch (NetworkFailure failure) {
            throw failure.ofPost();
        }
    }

    @Override
    public Optional<Published> find(Post post) {
        try {
            return accounts.ask(post.owner(), Provider.BLUESKY, account -> threads.find(account, post));
        } catch (NetworkFailure failure) {
            throw failure.ofPost();
        }
    }
}
