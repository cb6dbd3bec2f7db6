package io.groundswell.sentiment.envelope;

import io.groundswell.sentiment.Comment;
import io.groundswell.wire.envelope.Rules;
import io.groundswell.wire.envelope.Times;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A comment as callers write it. */
@RegisterForReflection
record CommentForm(
        @NotNull
        @Pattern(regexp = CommentForm.ID)
        @Schema(description = "As the platform names it; a comment that is told again is written anew")
        String id,

        @NotNull @Size(min = 1, max = TEXT) String text,
        @Size(max = AUTHOR) String author,

        @NotNull @Schema(format = "date-time", description = "When it was written, up to 5 minutes ahead of the clock")
        String at) {
    static final String ID = "[A-Za-z0-9._:-]{1,100}";

    private static final int TEXT = 5_000;
    private static final int AUTHOR = 200;

    Rules fitting(Rules rules, Instant latest) {
        var moment = Times.time(at);
        return rules.requires("id")
                .that(
                        id == null || id.matches(ID),
                        "id",
                        "must be 1 to 100 letters without accents, digits, '.', '_', ':' or '-'")
                .requires("text")
                .words("text", text, TEXT)
                .words("author", author, AUTHOR)
                .requires("at")
                .that(at == null || moment != null, "at", Times.A_TIME)
                .that(moment == null || !moment.isAfter(latest), "at", Times.TOO_FAR_AHEAD);
    }

    Comment comment() {
        return new Comment(id, author, text, Times.time(at));
    }
}
