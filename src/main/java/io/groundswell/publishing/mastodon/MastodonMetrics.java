package io.groundswell.publishing.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.metric.Counters;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.ConnectedAccount;
import io.groundswell.publishing.ConnectedAccounts;
import io.groundswell.publishing.LivePost;
import io.groundswell.publishing.MetricSource;
import io.groundswell.publishing.Provider;
import io.groundswell.publishing.direct.Accounts;
import io.groundswell.publishing.direct.Allowance;
import io.groundswell.publishing.direct.NetworkFailure;
import io.groundswell.publishing.direct.Told;
import io.groundswell.shared.Owner;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;

/** What a Mastodon server counts of a post; how many have seen it, it does not count. */
@ApplicationScoped
@Priority(10)
class MastodonMetrics implements MetricSource {
    private final Accounts accounts;
    private final ConnectedAccounts tokens;
    private final MastodonApi api;

    MastodonMetrics(Accounts accounts, ConnectedAccounts tokens, MastodonApi api) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.api = api;
    }

    @Override
    public boolean isConnected(Owner owner, Platform platform) {
        return accounts.shown(owner, Provider.MASTODON, Platform.MASTODON, platform)
                .isPresent();
    }

    @Override
    public Counters lifetime(LivePost post) {
        try {
            return accounts.ask(post.owner(), Provider.MASTODON, account -> {
                var server = MastodonAccount.server(account, tokens);
                try {
                    return counters(api.get(server, "/api/v1/statuses/" + post.postId(), Allowance.begin()));
                } catch (NetworkFailure failure) {
                    throw isOfAnother(account, post) ? failure.ofAnother() : failure;
                }
            });
        } catch (NetworkFailure failure) {
            throw failure.ofMetrics();
        }
    }

    /** The id may be another server's, where the status still is: the account was connected anew after it went out. */
    private static boolean isOfAnother(ConnectedAccount account, LivePost post) {
        return account.connectedAt().isAfter(post.publishedAt());
    }

    private static Counters counters(JsonNode status) {
        return Counters.each(counter -> switch (counter) {
            case LIKES -> Told.count(status, "favourites_count").orElse(null);
            case SHARES -> Told.count(status, "reblogs_count").orElse(null);
            case COMMENTS -> Told.count(status, "replies_count").orElse(null);
            default -> null;
        });
    }
}
