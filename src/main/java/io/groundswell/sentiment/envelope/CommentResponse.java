package io.groundswell.sentiment.envelope;

import io.groundswell.sentiment.ScoredComment;
import io.groundswell.wire.envelope.Envelope;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A comment of a video. */
@RegisterForReflection
@Schema(description = "A comment of a video, with how kind its words are.")
record CommentResponse(
        String id,
        @Nullable String author,
        String text,
        String at,

        @Schema(description = "The AFINN comparative score, from -5 to 5; null when none of its words is in the list")
        @Nullable
        Double score) {

    static CommentResponse of(ScoredComment scored) {
        var comment = scored.comment();
        return new CommentResponse(
                comment.id(), comment.author(), comment.text(), Envelope.time(comment.at()), scored.score());
    }
}
