package io.groundswell.content;

import io.groundswell.shared.Caller;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The same yes or no to many items, each in its own transaction: what one is refused does not stop the others. */
@ApplicationScoped
public class BulkReview {
    private final ReviewService reviews;

    BulkReview(ReviewService reviews) {
        this.reviews = reviews;
    }

    public record Result(List<String> done, Map<String, Refusal> refused) {}

    public Result approve(Caller caller, Collection<String> contentIds, String notes) {
        return each(contentIds, id -> reviews.approve(caller, id, notes, null));
    }

    public Result reject(
            Caller caller, Collection<String> contentIds, String reason, String feedback, boolean regenerate) {
        return each(contentIds, id -> reviews.reject(caller, id, reason, feedback, regenerate));
    }

    private static Result each(Collection<String> contentIds, Consumer<String> review) {
        var done = new ArrayList<String>();
        var refused = new LinkedHashMap<String, Refusal>();
        for (var id : new LinkedHashSet<>(contentIds)) {
            try {
                review.accept(id);
                done.add(id);
            } catch (Refusal refusal) {
                refused.put(id, refusal);
            }
        }
        return new Result(done, refused);
    }
}
