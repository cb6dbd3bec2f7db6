package io.groundswell.video;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What somebody posted on TikTok, and what a programme decided about it. Only what has changed is written: that a pause is over may be
 * known to the row alone.
 */
@Entity
@DynamicUpdate
public class Video {
    @Id
    private UUID id;

    private String organizationId;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    private UUID programId;
    private UUID creatorId;
    private String platformId;
    private String url;
    private String title;
    private String readme;

    @JdbcTypeCode(SqlTypes.JSON)
    private String metadata;

    @Enumerated(EnumType.STRING)
    private TrackingStatus trackingStatus;

    private Instant postedAt;
    private Instant disabledAt;
    private boolean resetPending;
    private Instant createdAt;
    private Instant updatedAt;

    protected Video() {}

    /** @param creatorId null when nobody knows whose it is */
    Video(Owner owner, UUID programId, VideoAddress address, UUID creatorId, VideoDetails told, Instant now) {
        this.id = UUID.randomUUID();
        this.organizationId = owner.organizationId();
        this.mode = owner.mode();
        this.programId = programId;
        this.platformId = address.platformId();
        this.url = address.url();
        this.metadata = "{}";
        this.createdAt = now;
        this.updatedAt = now;
        beginAs(creatorId, told, now);
    }

    private void beginAs(UUID creatorId, VideoDetails told, Instant now) {
        this.creatorId = creatorId;
        this.trackingStatus = told.status() == null ? TrackingStatus.DIRECT_ADD : told.status();
        describe(told, now);
    }

    /** All but what was decided about it. Tells whether anything is different now. */
    boolean describe(VideoDetails told, Instant now) {
        var before = described();
        title = told.title() == null ? title : told.title().text();
        postedAt = told.posted() == null ? postedAt : told.posted().at();
        readme = told.readme() == null ? readme : told.readme().text();
        metadata = told.metadata() == null ? metadata : told.metadata();
        var different = !described().equals(before);
        updatedAt = different ? now : updatedAt;
        return different;
    }

    private List<Object> described() {
        return Arrays.asList(title, postedAt, readme, metadata);
    }

    /** One that was there for nobody is added as if it were new, but for what is known of it. */
    void addAgain(UUID creatorId, VideoDetails told, Instant now) {
        beginAs(creatorId, told, now);
        startAgain(now);
    }

    void decide(TrackingStatus decision, Instant now) {
        if (!trackingStatus.mayBecome(decision)) {
            throw Refusal.of(VideoError.VIDEO_STATUS, "A video that is %s cannot be made %s", trackingStatus, decision);
        }
        var wasAway = trackingStatus == TrackingStatus.EXCLUDED;
        trackingStatus = decision;
        updatedAt = now;
        if (wasAway && disabledAt == null) {
            startAgain(now);
        }
    }

    /** Whether it was on. */
    boolean disable(Instant now) {
        var wasEnabled = disabledAt == null;
        if (wasEnabled) {
            disabledAt = now;
            updatedAt = now;
        }
        return wasEnabled;
    }

    /** Whether it was off. */
    boolean enable(Instant now) {
        var wasDisabled = disabledAt != null;
        if (wasDisabled) {
            startAgain(now);
        }
        return wasDisabled;
    }

    /** Nobody looked meanwhile, so the next snapshot tells where it stands and not what it gained. */
    private void startAgain(Instant now) {
        disabledAt = null;
        resetPending = true;
        updatedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID programId() {
        return programId;
    }

    /** Null when nobody knows whose it is. */
    public UUID creatorId() {
        return creatorId;
    }

    /** Null when its address does not tell. */
    public String platformId() {
        return platformId;
    }

    public String url() {
        return url;
    }

    public String title() {
        return title;
    }

    public String readme() {
        return readme;
    }

    public String metadata() {
        return metadata;
    }

    public TrackingStatus trackingStatus() {
        return trackingStatus;
    }

    public Instant postedAt() {
        return postedAt;
    }

    /** Null while it is tracked. */
    public Instant disabledAt() {
        return disabledAt;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
