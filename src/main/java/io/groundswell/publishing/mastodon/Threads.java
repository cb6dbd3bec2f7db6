package io.groundswell.publishing.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.content.PlatformLimits;
import io.groundswell.mission.ContentType;
import io.groundswell.publishing.ConnectedAccount;
import io.groundswell.publishing.ConnectedAccounts;
import io.groundswell.publishing.Post;
import io.groundswell.publishing.Published;
import io.groundswell.publishing.direct.Allowance;
import io.groundswell.publishing.direct.OwnPosts;
import io.groundswell.publishing.direct.Pictures;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes the statuses of a post, each in reply to the one before; most posts are one. What is out of a thread that broke
 * off is looked up and continued. A server knows a repeat by its key for an hour, and we know it by its words.
 */
@ApplicationScoped
class Threads {
    private final MastodonApi api;
    private final Statuses statuses;
    private final OwnPosts ownPosts;
    private final Pictures pictures;
    private final PlatformLimits limits;
    private final ConnectedAccounts accounts;

    Threads(
            MastodonApi api,
            Statuses statuses,
            OwnPosts ownPosts,
            Pictures pictures,
            PlatformLimits limits,
            ConnectedAccounts accounts) {
        this.api = api;
        this.statuses = statuses;
        this.ownPosts = ownPosts;
        this.pictures = pictures;
        this.limits = limits;
        this.accounts = accounts;
    }

    Published publish(ConnectedAccount account, Post post) {
        var allowance = Allowance.begin();
        var about = MastodonAccount.of(account);
        var server = MastodonAccount.server(account, accounts);
        var draft = Draft.of(post, limits, about.maxCharacters());
        draft.requireFitting(about.maxCharacters());
        var out = draft.parts().size() == 1 ? new ArrayList<JsonNode>() : out(server, about, draft, allowance);
        for (var part = out.size(); part < draft.parts().size(); part++) {
            var replyTo = part == 0 ? null : out.get(part - 1).path("id").asText();
            var media = part == 0 ? upload(server, about, post, allowance) : List.<String>of();
            var key = post.reference() + ":" + part;
            out.add(api.post(server, draft.status(part, replyTo, media), key, allowance));
        }
        return published(out.get(0));
    }

    /** A poll is the one form that takes no media. */
    private List<String> upload(Server server, MastodonAccount about, Post post, Allowance allowance) {
        return post.type() == ContentType.POLL
                ? List.of()
                : pictures.of(post, about.maxMedia()).stream()
                        .map(picture -> api.upload(server, picture, allowance))
                        .toList();
    }

    /** Nothing of a thread that is not out as a whole: to publish it again is to continue it. */
    Optional<Published> find(ConnectedAccount account, Post post) {
        var about = MastodonAccount.of(account);
        var draft = Draft.of(post, limits, about.maxCharacters());
        var out = out(MastodonAccount.server(account, accounts), about, draft, Allowance.begin());
        return out.size() == draft.parts().size() ? Optional.of(published(out.get(0))) : Optional.empty();
    }

    /** The statuses that are out, from the first part on. */
    private ArrayList<JsonNode> out(Server server, MastodonAccount about, Draft draft, Allowance allowance) {
        var recent = statuses.recent(server, about.id(), allowance);
        var ofOthers = ownPosts.ofOthers(draft.post());
        var best = new ArrayList<JsonNode>();
        for (var first : recent) {
            if (isPart(first, draft.parts().get(0), null)
                    && !ofOthers.contains(first.path("id").asText())) {
                var chain = chain(first, recent, draft);
                best = chain.size() > best.size() ? chain : best;
            }
        }
        return best;
    }

    private static ArrayList<JsonNode> chain(JsonNode first, List<JsonNode> recent, Draft draft) {
        var chain = new ArrayList<JsonNode>();
        chain.add(first);
        while (chain.size() < draft.parts().size()) {
            var words = draft.parts().get(chain.size());
            var replyTo = chain.get(chain.size() - 1).path("id").asText();
            var next = recent.stream()
                    .filter(status -> isPart(status, words, replyTo))
                    .findFirst();
            if (next.isEmpty()) {
                break;
            }
            chain.add(next.get());
        }
        return chain;
    }

    private static boolean isPart(JsonNode status, String words, String replyTo) {
        var actual = status.path("in_reply_to_id").asText(null);
        return Objects.equals(actual, replyTo)
                && Words.same(words, status.path("content").asText());
    }

    private static Published published(JsonNode status) {
        return new Published(status.path("id").asText(), status.path("url").asText(null), null);
    }
}
