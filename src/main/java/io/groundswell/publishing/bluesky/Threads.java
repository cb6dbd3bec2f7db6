package io.groundswell.publishing.bluesky;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.content.PlatformLimits;
import io.groundswell.content.Rendering;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.ConnectedAccount;
import io.groundswell.publishing.Post;
import io.groundswell.publishing.Published;
import io.groundswell.publishing.bluesky.BlueskyApi.Ref;
import io.groundswell.publishing.direct.Allowance;
import io.groundswell.publishing.direct.Pictures;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Makes the records of a post, each in reply to the one before; most posts are one. Every part has a key of its own, under
 * which there is never a second record, so that to publish again is to continue.
 */
@ApplicationScoped
class Threads {
    private static final int MOST_PICTURES = 4;

    private final BlueskyApi api;
    private final Pictures pictures;
    private final PlatformLimits limits;
    private final Clock clock;

    Threads(BlueskyApi api, Pictures pictures, PlatformLimits limits, Clock clock) {
        this.api = api;
        this.pictures = pictures;
        this.limits = limits;
        this.clock = clock;
    }

    Published publish(ConnectedAccount account, Post post, Allowance allowance) {
        var parts = parts(post);
        Records.requireFitting(parts);
        Ref root = null;
        Ref parent = null;
        for (var part = 0; part < parts.size(); part++) {
            var text = parts.get(part);
            var facets = Facets.of(text, handle -> api.did(account, handle, allowance));
            var record = Records.of(post, text, facets, clock.instant());
            if (part == 0) {
                show(account, record, post, allowance);
            } else {
                Records.reply(record, root, parent);
            }
            parent = api.put(account, RecordKey.of(post.reference(), part), record, allowance);
            root = root == null ? parent : root;
        }
        return published(account, root);
    }

    /** Nothing of a thread that is not out as a whole; parts are made in their order, so the last one tells. */
    Optional<Published> find(ConnectedAccount account, Post post, Allowance allowance) {
        var last = parts(post).size() - 1;
        return api.find(account, RecordKey.of(post.reference(), last), allowance)
                .flatMap(out ->
                        last == 0 ? Optional.of(out) : api.find(account, RecordKey.of(post.reference(), 0), allowance))
                .map(first -> published(account, first));
    }

    private List<String> parts(Post post) {
        return Rendering.of(Platform.BLUESKY, post.type(), post.copy(), limits).parts();
    }

    private void show(ConnectedAccount account, ObjectNode record, Post post, Allowance allowance) {
        var shown = pictures.of(post, MOST_PICTURES).stream().map(Fitting::of).toList();
        if (!shown.isEmpty()) {
            var blobs = shown.stream()
                    .map(picture -> api.upload(account, picture, allowance))
                    .toList();
            Records.show(record, shown, blobs);
        }
    }

    private static Published published(ConnectedAccount account, Ref first) {
        var key = first.uri().substring(first.uri().lastIndexOf('/') + 1);
        // The account may change its handle, and its address with it, but not this.
        var url = "https://bsky.app/profile/%s/post/%s".formatted(account.data().get("did"), key);
        return new Published(first.uri(), url, null);
    }
}
