package io.groundswell.sentiment.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.sentiment.Comment;
import io.groundswell.sentiment.CommentService;
import io.groundswell.shared.Violation;
import io.groundswell.wire.envelope.Rules;
import io.groundswell.wire.envelope.Times;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Comments of a video. */
@RegisterForReflection
record CommentsForm(
        @NotNull @Size(min = 1, max = CommentService.MOST) List<CommentForm> comments) {
    List<Violation> broken(JsonNode body, Instant now) {
        var rules = new Rules(body).requires("comments");
        if (comments == null) {
            return rules.broken();
        }
        rules.that(
                !comments.isEmpty() && comments.size() <= CommentService.MOST,
                "comments",
                "must have 1 to %d elements".formatted(CommentService.MOST));
        var broken = new ArrayList<>(rules.broken());
        var ids = new HashSet<String>();
        for (var at = 0; at < Math.min(comments.size(), CommentService.MOST); at++) {
            var place = "comments[" + at + "]";
            var comment = comments.get(at);
            if (comment == null) {
                broken.add(new Violation(place, place + " must be an object"));
            } else {
                var element = new Rules(body.path("comments").path(at), place + ".");
                broken.addAll(comment.fitting(element, now.plus(Times.AHEAD))
                        .that(comment.id() == null || ids.add(comment.id()), "id", "is that of another comment here")
                        .broken());
            }
        }
        return broken;
    }

    List<Comment> all() {
        return comments.stream().map(CommentForm::comment).toList();
    }
}
