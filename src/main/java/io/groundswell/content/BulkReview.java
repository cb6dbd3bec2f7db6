package io.groundswell.content;

import io.groundswell.database.DatabaseFaults;
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

/**
 * The same yes or no to many items, each in its own transaction: what one is refused, or what the database has no time for, does
 * not stop the others.
 */
@ApplicationScoped
public class BulkReview {
    /** Each may wait as long as a statement may; a database that is away would keep a hundred items waiting in turn. */
    private static final int MOST_FAULTS = 3;

    private static final Refusal TRY_AGAIN = Refusal.of(
            ContentError.NOT_REVIEWED_NOW,
            "The database is not available right now, or somebody else is changing the item. Try again shortly");

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

    /** A call that fails once something is done would not say so, and a repeat would be told that it cannot be done. */
    private static Result each(Collection<String> contentIds, Function<String, Content> review) {
        var done = new ArrayList<String>();
        var waiting = new ArrayList<String>();
        var refused = new LinkedHashMap<String, Refusal>();
        var faults = new ArrayList<RuntimeException>();
        for (var id : new LinkedHashSet<>(contentIds)) {
            if (faults.size() == MOST_FAULTS) {
                refused.put(id, TRY_AGAIN);
                continue;
            }
            try {
                (review.apply(id).status() == ContentStatus.PENDING_REVIEW ? waiting : done).add(id);
            } catch (Refusal refusal) {
                refused.put(id, refusal);
            } catch (RuntimeException fault) {
                if (!DatabaseFaults.passes(fault)) {
                    throw fault;
                }
                refused.put(id, TRY_AGAIN);
                faults.add(fault);
            }
        }
        var isAllThatHappened = done.isEmpty()
                && waiting.isEmpty()
                && refused.values().stream().allMatch(refusal -> refusal == TRY_AGAIN);
        if (isAllThatHappened && !faults.isEmpty()) {
            throw faults.get(0);
        }
        return new Result(done, waiting, refused);
    }
}
