package io.groundswell.publishing.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.LivePost;
import io.groundswell.publishing.MetricFailure;
import io.groundswell.publishing.MetricSource;
import io.groundswell.publishing.Provider;
import io.groundswell.publishing.direct.Accounts;
import io.groundswell.publishing.direct.Allowance;
import io.groundswell.publishing.direct.NetworkFailure;
import io.groundswell.shared.Owner;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** What Bluesky counts of a post; how many have seen it, it does not tell. */
@ApplicationScoped
@Priority(10)
class BlueskyMetrics implements MetricSource {
    private final Accounts accounts;
    private final BlueskyApi api;

    BlueskyMetrics(Accounts accounts, BlueskyApi api) {
        this.accounts = accounts;
        this.api = api;
    }

    @Override
    public String network() {
        return "bluesky";
    }

    @Override
    public boolean isConnected(Owner owner, Platform platform) {
        return accounts.shown(owner, Provider.BLUESKY, platform).isPresent();
    }

    @Override
    public Counters lifetime(LivePost post) {
        try {
            var view = accounts.ask(
                    post.owner(), Provider.BLUESKY, account -> api.view(account, post.postId(), Allowance.begin()));
            if (view.isMissingNode()) {
                throw MetricFailure.permanent("There is no such post any more");
            }
            return counters(view);
        } catch (NetworkFailure failure) {
            throw failure.ofMetrics();
        }
    }

    private static Counters counters(JsonNode view) {
        return new Counters(Map.of(
                Counter.LIKES,
                view.path("likeCount").asLong(),
                Counter.SHARES,
                view.path("repostCount").asLong() + view.path("quoteCount").asLong(),
                Counter.COMMENTS,
                view.path("replyCount").asLong()));
    }
}
