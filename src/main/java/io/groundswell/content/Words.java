package io.groundswell.content;

import io.groundswell.shared.Refusal;
import jakarta.persistence.Embeddable;
import java.util.Comparator;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What an item says and shows, in which version, and whether a job is to say it anew. */
@Embeddable
public class Words {
    private int version;
    private boolean fresh;
    private String rewriteJobId;

    @JdbcTypeCode(SqlTypes.JSON)
    private Copy copy;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Visual> visuals;

    @JdbcTypeCode(SqlTypes.JSON)
    private Metadata metadata;

    protected Words() {}

    Words(Copy copy, List<Visual> visuals, Metadata metadata) {
        this.version = 1;
        this.fresh = true;
        this.metadata = metadata;
        replace(copy, visuals);
    }

    void next() {
        version++;
    }

    void goBack(Publication.EarlierTry tried) {
        version = tried.version();
        replace(tried.copy(), tried.visuals());
    }

    final void replace(Copy copy, List<Visual> visuals) {
        this.copy = copy;
        this.visuals = inOrder(visuals);
    }

    /** Whether it says and shows just this. */
    boolean are(Copy copy, List<Visual> visuals) {
        return copy.equals(this.copy) && inOrder(visuals).equals(this.visuals);
    }

    /** As they are shown and posted. */
    private static List<Visual> inOrder(List<Visual> visuals) {
        return visuals.stream()
                .sorted(Comparator.comparingInt(Visual::position))
                .toList();
    }

    /** Nobody writes them any more, and the writer was sure of others. */
    void replaceByHand(Copy copy, List<Visual> visuals) {
        awaitNothing();
        replace(copy, visuals);
        metadata = metadata.replacedByHand();
    }

    void describe(Metadata metadata) {
        this.metadata = metadata;
    }

    /** Somebody, or a policy, has decided about the item. */
    void settle() {
        fresh = false;
        rewriteJobId = null;
    }

    /** Until the job has written, the item stays as it is, unless it is edited or archived. */
    void await(String jobId) {
        rewriteJobId = jobId;
    }

    /** No job writes any more; a rewriting that still comes is too late. */
    void awaitNothing() {
        rewriteJobId = null;
    }

    boolean isAwaiting(String jobId) {
        return jobId.equals(rewriteJobId);
    }

    boolean areAwaited() {
        return rewriteJobId != null;
    }

    /** Refuses what was meant for another version; null is meant for whichever it is. */
    void require(Integer wanted) {
        if (wanted != null && wanted != version) {
            throw Refusal.on(
                    ContentError.CONTENT_CHANGED,
                    "version",
                    "The item is at version %d by now, not %d. Look at it again",
                    version,
                    wanted);
        }
    }

    /** How sure the writer was; null when it did not say, or when the words are not the writer's any more. */
    Double confidence() {
        return metadata.byHand() ? null : metadata.confidenceScore();
    }

    int version() {
        return version;
    }

    Copy copy() {
        return copy;
    }

    List<Visual> visuals() {
        return visuals;
    }

    Metadata metadata() {
        return metadata;
    }
}
