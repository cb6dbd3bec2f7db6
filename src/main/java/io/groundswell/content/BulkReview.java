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
import java.util.function.Function;

/** The same yes or no to many items, each in its own transaction: what one is refused does not stop the others. */
@ApplicationScoped
public class BulkReview {
    private final ReviewService reviews;

    BulkReview(ReviewService reviews) {
        this.reviews = reviews;
    }

    /** @param waiting what took the review but needs those of other people as well */
    public record Result(List<String> done, List<String> waiting, Map<String, Refusal> refused) {}

    public Result approve(Caller caller, Collection<String> contentIds, String notes) {
        var yes = ReviewService.Yes.to(null, notes);
        return each(contentIds, id -> reviews.approve(caller, id, yes).content());
    }

    public Result reject(
            Caller caller, Collection<String> contentIds, String reason, String feedback, boolean regenerate) {
        var no = new ReviewService.No(reason, feedback, regenerate, null);
        return each(contentIds, id -> reviews.reject(caller, id, no).content());
    }

    private static Result each(Collection<String> contentIds, Function<String, Content> review) {
        var done = new ArrayList<String>();
        var waiting = new ArrayList<String>();
        var refused = new LinkedHashMap<String, Refusal>();
        for (var id : new LinkedHashSet<>(contentIds)) {
            try {
                (review.apply(id).status() == ContentStatus.PENDING_REVIEW ? waiting : done).add(id);
            } catch (Refusal refusal) {
                refused.put(id, refusal);
            }
        }
        return new Result(done, waiting, refused);
    }
}
