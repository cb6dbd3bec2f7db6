package io.groundswell.publishing;

import io.groundswell.content.Content;
import io.groundswell.content.ContentMoves;
import io.groundswell.content.ContentStatus;
import io.groundswell.content.Publication;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.stream.Stream;

/** Posts that turn out to be out when no attempt waits for them any more. */
@ApplicationScoped
public class FoundPosts {
    private final ContentMoves moves;

    FoundPosts(ContentMoves moves) {
        this.moves = moves;
    }

    /**
     * The item is published then. One that has gone back to its writers or reviewers stays with them, and one that is being
     * published right now with its publisher: the next attempt finds the post by itself.
     *
     * @param reference of the post, as it was handed over
     */
    @Transactional
    public void record(Owner owner, String reference, Published post) {
        var content = moves.hold(owner, Post.contentId(reference));
        if (content.publication().claim() == null && content.status().mayBecome(ContentStatus.PUBLISHED)) {
            edition(content, reference)
                    .ifPresent(edition -> moves.published(
                            content,
                            new Publication.Outcome(
                                    edition.version(),
                                    post.postId(),
                                    post.url(),
                                    post.externalId(),
                                    edition.variationId())));
        }
    }

    private static Optional<Edition> edition(Content content, String reference) {
        return Stream.concat(Stream.of(Edition.of(content)), Edition.earlier(content).stream())
                .filter(edition -> edition.post().reference().equals(reference))
                .findFirst();
    }
}
