package io.groundswell.publishing;

import io.groundswell.content.Content;
import io.groundswell.content.Copy;
import io.groundswell.content.Visual;
import io.groundswell.content.Wording;
import java.util.List;

/**
 * A version of an item as a network is handed it.
 *
 * @param variationId of the words in the post, null when the version has but one wording
 */
record Edition(int version, Post post, String variationId) {
    static Edition of(Content content) {
        return of(content, content.version(), content.copy(), content.visuals());
    }

    /** Those before the current one, as they were when a network was asked to post them. */
    static List<Edition> earlier(Content content) {
        return content.publication().earlierTries().stream()
                .map(tried -> of(content, tried.version(), tried.copy(), tried.visuals()))
                .toList();
    }

    private static Edition of(Content content, int version, Copy copy, List<Visual> visuals) {
        var wording = Wording.of(content.id(), copy);
        var post = new Post(
                content.id() + ":" + version,
                content.owner(),
                content.platform(),
                content.type(),
                wording.copy(),
                visuals,
                content.metadata().language());
        return new Edition(version, post, wording.variationId());
    }
}
