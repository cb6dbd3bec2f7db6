package io.groundswell.content;

import static io.groundswell.content.ContentStatus.APPROVED;
import static io.groundswell.content.ContentStatus.ARCHIVED;
import static io.groundswell.content.ContentStatus.DRAFT;
import static io.groundswell.content.ContentStatus.FAILED;
import static io.groundswell.content.ContentStatus.PENDING_REVIEW;
import static io.groundswell.content.ContentStatus.PUBLISHED;
import static io.groundswell.content.ContentStatus.REJECTED;
import static io.groundswell.content.ContentStatus.SCHEDULED;

import io.groundswell.shared.Refusal;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;

/** One item of a mission, from draft to published. Every move goes through the table in {@link ContentStatus}. */
@Entity
public class Content extends ContentOrigin {
    public static final String ID_PREFIX = "cnt";

    @Version
    private int lockVersion;

    @Enumerated(EnumType.STRING)
    private ContentStatus status;

    @Embedded
    private Words words;

    @Embedded
    private Scheduling scheduling;

    @Embedded
    private Publication publication = new Publication();

    @Embedded
    private Review review = new Review();

    private Instant archivedAt;
    private Instant updatedAt;

    protected Content() {}

    Content(NewContent made, String timezone, Instant now) {
        super(made, now);
        this.status = DRAFT;
        this.words = new Words(made.copy(), made.visuals(), made.metadata());
        this.scheduling = new Scheduling(made.plannedFor(), made.plannedOffsetSeconds(), timezone);
        this.updatedAt = now;
    }

    /** The next version, whose words a job is to write. Until it has, nobody decides on the ones that are there. */
    void regenerate(String jobId, Instant now) {
        become(DRAFT, now);
        startVersion();
        review.clear();
        scheduling.clear();
        publication.release(null, null);
        words.await(jobId);
    }

    /** What a job has written; an item that was rejected begins its next version with it. */
    void rewrite(Copy copy, List<Visual> visuals, Metadata metadata, Instant now) {
        words.awaitNothing();
        if (status == REJECTED) {
            become(DRAFT, now);
            startVersion();
            review.clear();
        }
        words.replace(copy, visuals);
        words.describe(metadata);
        updatedAt = now;
    }

    /** Words or visuals by hand: the next version, for which nobody has said yes. It replaces a rewriting, too. */
    void edit(Copy copy, List<Visual> visuals, Instant now) {
        requireEditable();
        startVersion();
        words.replaceByHand(copy, visuals);
        updatedAt = now;
        if (review.isRequired()) {
            scheduling.clear();
            publication.release(null, null);
            askForReview(now);
        } else if (status == REJECTED) {
            become(DRAFT, now);
            review.clear();
        }
    }

    void tag(List<String> tags, Instant now) {
        requireEditable();
        words.describe(metadata().tagged(tags));
        updatedAt = now;
    }

    void requireEditable() {
        requireNotInFlight();
        if (status == PUBLISHED || status == ARCHIVED) {
            throw Refusal.of(ContentError.CONTENT_STATE, "An item that is %s cannot be changed", status);
        }
    }

    private void startVersion() {
        publication.startAnew(new Publication.EarlierTry(words.version(), words.copy(), words.visuals()));
        words.next();
    }

    void askForReview(Instant now) {
        become(PENDING_REVIEW, now);
        review.begin(now);
    }

    void voted(Review.Approval yes) {
        review.add(yes);
        updatedAt = yes.at();
    }

    void approve(String by, String notes, Instant now) {
        become(APPROVED, now);
        review.approved(by, notes, now);
    }

    void reject(String by, String reason, String feedback, Instant now) {
        become(REJECTED, now);
        review.rejected(by, reason, feedback, now);
    }

    void archive(Instant now) {
        become(ARCHIVED, now);
        archivedAt = now;
    }

    void schedule(Moment moment, String timezone, Instant now) {
        become(SCHEDULED, now);
        scheduling.set(moment, timezone);
        publication.due(moment.at());
    }

    void writeTime(Moment equal, String timezone, Instant now) {
        scheduling.set(equal, timezone);
        updatedAt = now;
    }

    void unschedule(boolean hold, Instant now) {
        require(SCHEDULED, "be taken off the schedule");
        become(APPROVED, now);
        scheduling.clear();
        scheduling.hold(hold);
        publication.notDue();
    }

    void holdBack(Instant now) {
        scheduling.hold(true);
        updatedAt = now;
    }

    /** Only the holder of the claim may publish the item until {@code leaseEnd}; after that the next may claim it. */
    void claim(String claim, Instant leaseEnd) {
        require(SCHEDULED, "be published");
        publication.claim(claim, leaseEnd);
    }

    /** With the words and visuals of the version that is out, should that be an earlier one. */
    void published(Publication.Outcome outcome, Instant now) {
        publication.tried(outcome.version()).ifPresent(words::goBack);
        publication.settle(outcome, now);
        become(PUBLISHED, now);
    }

    void failed(String error, Instant now) {
        publication.release(error, null);
        become(FAILED, now);
    }

    private void become(ContentStatus to, Instant now) {
        requireNotInFlight();
        if (words.areAwaited() && to != ARCHIVED) {
            throw Refusal.of(ContentError.CONTENT_AWAITS_WORDS, "This item is being rewritten; edit it to stop that");
        }
        if (!status.mayBecome(to)) {
            throw Refusal.of(ContentError.CONTENT_STATE, "An item that is %s cannot become %s", status, to);
        }
        status = to;
        words.settle();
        updatedAt = now;
    }

    private void requireNotInFlight() {
        if (publication.claim() != null) {
            throw Refusal.of(ContentError.CONTENT_IN_FLIGHT, "This item is being published right now");
        }
    }

    private void require(ContentStatus expected, String what) {
        if (status != expected) {
            throw Refusal.of(ContentError.CONTENT_STATE, "An item that is %s cannot %s", status, what);
        }
    }

    Words words() {
        return words;
    }

    public int version() {
        return words.version();
    }

    public ContentStatus status() {
        return status;
    }

    public Copy copy() {
        return words.copy();
    }

    public List<Visual> visuals() {
        return words.visuals();
    }

    public Metadata metadata() {
        return words.metadata().named(missionName());
    }

    public Scheduling scheduling() {
        return scheduling;
    }

    public Publication publication() {
        return publication;
    }

    public Review review() {
        return review;
    }

    public Instant archivedAt() {
        return archivedAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
