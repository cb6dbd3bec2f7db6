package io.groundswell.publishing.mastodon;

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

/** Posts to an account on any Mastodon server. */
@ApplicationScoped
@Priority(10)
class MastodonPublisher implements Publisher {
    private final Accounts accounts;
    private final Threads threads;

    MastodonPublisher(Accounts accounts, Threads threads) {
        this.accounts = accounts;
        this.threads = threads;
    }

    @Override
    public String network() {
        return "mastodon";
    }

    @Override
    public Optional<String> account(Owner owner, Platform platform) {
        return accounts.shown(owner, Provider.MASTODON, Platform.MASTODON, platform);
    }

    @Override
    public Published publish(Post post) {
        try {
            return accounts.ask(post.owner(), Provider.MASTODON, account -> threads.publish(account, post));
        } catch (NetworkFailure failure) {
            throw failure.ofPost();
        }
    }

    @Override
    public Optional<Published> find(Post post) {
        try {
            return accounts.ask(post.owner(), Provider.MASTODON, account -> threads.find(account, post));
        } catch (NetworkFailure failure) {
            throw failure.ofPost();
        }
    }
}
