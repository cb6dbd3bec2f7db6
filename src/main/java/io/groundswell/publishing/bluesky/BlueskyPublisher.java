package io.groundswell.publishing.bluesky;

import io.groundswell.mission.Platform;
import io.groundswell.publishing.ConnectedAccount;
import io.groundswell.publishing.Post;
import io.groundswell.publishing.Provider;
import io.groundswell.publishing.Published;
import io.groundswell.publishing.Publisher;
import io.groundswell.publishing.direct.Accounts;
import io.groundswell.publishing.direct.Allowance;
import io.groundswell.publishing.direct.NetworkFailure;
import io.groundswell.shared.Owner;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.BiFunction;

/** Posts to an account on Bluesky, or on any other server of its protocol. */
@ApplicationScoped
@Priority(10)
class BlueskyPublisher implements Publisher {
    private final Accounts accounts;
    private final Sessions sessions;
    private final Threads threads;

    BlueskyPublisher(Accounts accounts, Sessions sessions, Threads threads) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.threads = threads;
    }

    @Override
    public String network() {
        return "bluesky";
    }

    @Override
    public Optional<String> account(Owner owner, Platform platform) {
        return accounts.shown(owner, Provider.BLUESKY, Platform.BLUESKY, platform);
    }

    @Override
    public Published publish(Post post) {
        return ask(post, (account, allowance) -> threads.publish(account, post, allowance));
    }

    @Override
    public Optional<Published> find(Post post) {
        return ask(post, (account, allowance) -> threads.find(account, post, allowance));
    }

    private <T> T ask(Post post, BiFunction<ConnectedAccount, Allowance, T> question) {
        var allowance = Allowance.begin();
        try {
            return sessions.ask(post.owner(), allowance, account -> question.apply(account, allowance));
        } catch (NetworkFailure failure) {
            throw failure.ofPost();
        }
    }
}
