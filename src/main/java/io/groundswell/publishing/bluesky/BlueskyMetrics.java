package io.groundswell.publishing.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.metric.Counters;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.ConnectedAccount;
import io.groundswell.publishing.LivePost;
import io.groundswell.publishing.MetricSource;
import io.groundswell.publishing.Provider;
import io.groundswell.publishing.direct.Accounts;
import io.groundswell.publishing.direct.Allowance;
import io.groundswell.publishing.direct.NetworkFailure;
import io.groundswell.publishing.direct.NetworkFailure.Kind;
import io.groundswell.publishing.direct.Told;
import io.groundswell.shared.Owner;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;

/** What Bluesky counts of a post; how many have seen it, it does not tell. */
@ApplicationScoped
@Priority(10)
class BlueskyMetrics implements MetricSource {
    private final Accounts accounts;
    private final Sessions sessions;
    private final BlueskyApi api;

    BlueskyMetrics(Accounts accounts, Sessions sessions, BlueskyApi api) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.api = api;
    }

    @Override
    public boolean isConnected(Owner owner, Platform platform) {
        return accounts.shown(owner, Provider.BLUESKY, Platform.BLUESKY, platform)
                .isPresent();
    }

    @Override
    public Counters lifetime(LivePost post) {
        var allowance = Allowance.begin();
        try {
            return sessions.ask(post.owner(), allowance, account -> counters(account, post.postId(), allowance));
        } catch (NetworkFailure failure) {
            throw failure.ofMetrics();
        }
    }

    /** What counts learns of posts later than what keeps them, and leaves out what it hides; only the latter can tell. */
    private Counters counters(ConnectedAccount account, String uri, Allowance allowance) {
        var view = api.view(account, uri, allowance);
        if (view.isObject()) {
            return counters(view);
        }
        var key = uri.substring(uri.lastIndexOf('/') + 1);
        throw api.find(account, key, allowance).isPresent()
                ? new NetworkFailure(Kind.REFUSED, "Bluesky shows nothing of the post now")
                : new NetworkFailure(Kind.ABSENT, "There is no such post any more");
    }

    private static Counters counters(JsonNode view) {
        return Counters.each(counter -> switch (counter) {
            case LIKES -> Told.count(view, "likeCount").orElse(null);
            case SHARES -> shares(view);
            case COMMENTS -> Told.count(view, "replyCount").orElse(null);
            default -> null;
        });
    }

    /** Servers that are older than quotes count none of these. */
    private static Long shares(JsonNode view) {
        return Told.count(view, "repostCount")
                .map(count -> count + Told.count(view, "quoteCount").orElse(0L))
                .orElse(null);
    }
}
