package io.groundswell.content;

import static io.groundswell.content.ContentStatus.APPROVED;
import static io.groundswell.content.ContentStatus.ARCHIVED;
import static io.groundswell.content.ContentStatus.DRAFT;
import static io.groundswell.content.ContentStatus.FAILED;
import static io.groundswell.content.ContentStatus.PENDING_REVIEW;
import static io.groundswell.content.ContentStatus.PUBLISHED;
import static io.groundswell.content.ContentStatus.REJECTED;
import static io.groundswell.content.ContentStatus.SCHEDULED;

import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One item of a mission, from draft to published. Every move goes through the table in {@link ContentStatus}. */
@Entity
public class Content {
    public static final String ID_PREFIX = "cnt";

    @Id
    private String id;

    private String organizationId;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    private String missionId;

    @Version
    private int lockVersion;

    private int version;

    @Enumerated(EnumType.STRING)
    private Platform platform;

    @Enumerated(EnumType.STRING)
    private ContentType type;

    @Enumerated(EnumType.STRING)
    private ContentStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    private Copy copy;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Visual> visuals;

    @JdbcTypeCode(SqlTypes.JSON)
    private Metadata metadata;

    @Embedded
    private Scheduling scheduling;

    @Embedded
    private Publication publication = new Publication();

    @Embedded
    private Review review = new Review();

    private Instant archivedAt;
    private int cycle;
    private int slot;
    private Instant createdAt;
    private Instant updatedAt;

    protected Content() {}

    Content(NewContent made, String timezone, Instant now) {
        this.id = made.id();
        this.organizationId = made.owner().organizationId();
        this.mode = made.owner().mode();
        this.missionId = made.missionId();
        this.version = 1;
        this.platform = made.platform();
        this.type = made.type();
        this.status = DRAFT;
        this.copy = made.copy();
        this.visuals = made.visuals();
        this.metadata = made.metadata();
        this.scheduling = new Scheduling(made.plannedFor(), made.plannedOffsetSeconds(), timezone);
        this.cycle = made.cycle();
        this.slot = made.slot();
        this.createdAt = now;
        this.updatedAt = now;
    }

    void rewrite(Copy copy, List<Visual> visuals, Metadata metadata, Instant now) {
        become(DRAFT, now);
        version++;
        this.copy = copy;
        this.visuals = List.copyOf(visuals);
        this.metadata = metadata;
        review.clear();
        publication.startAnew();
    }

    void askForReview(Instant now) {
        become(PENDING_REVIEW, now);
        review.begin(now);
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

    void schedule(Moment moment, Instant now) {
        become(SCHEDULED, now);
        scheduling.set(moment);
        publication.due(moment.at());
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

    void published(Publication.Outcome outcome, Instant now) {
        publication.settle(outcome, now);
        become(PUBLISHED, now);
    }

    void failed(String error, Instant now) {
        publication.release(error, null);
        become(FAILED, now);
    }

    private void become(ContentStatus to, Instant now) {
        if (publication.claim() != null) {
            throw Refusal.of(ContentError.CONTENT_IN_FLIGHT, "This item is being published right now");
        }
        if (!status.mayBecome(to)) {
            throw Refusal.of(ContentError.CONTENT_STATE, "An item that is %s cannot become %s", status, to);
        }
        status = to;
        updatedAt = now;
    }

    private void require(ContentStatus expected, String what) {
        if (status != expected) {
            throw Refusal.of(ContentError.CONTENT_STATE, "An item that is %s cannot %s", status, what);
        }
    }

    public String id() {
        return id;
    }

    public Owner owner() {
        return new Owner(organizationId, mode);
    }

    public String missionId() {
        return missionId;
    }

    public int version() {
        return version;
    }

    public Platform platform() {
        return platform;
    }

    public ContentType type() {
        return type;
    }

    public ContentStatus status() {
        return status;
    }

    public Copy copy() {
        return copy;
    }

    public List<Visual> visuals() {
        return visuals;
    }

    public Metadata metadata() {
        return metadata;
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

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
