package io.groundswell.creator;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Somebody whose videos a programme tracks. One that was removed is not there for anybody, and comes back with all that
 * is known when its handle is added again. Only what has changed is written: that a pause is over may be known to the row alone.
 */
@Entity
@DynamicUpdate
public class Creator {
    @Id
    private UUID id;

    private String organizationId;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    private UUID programId;
    private String handle;
    private String displayName;
    private String readme;

    @JdbcTypeCode(SqlTypes.JSON)
    private String metadata;

    @Enumerated(EnumType.STRING)
    private TrackingMode trackingMode;

    private LocalDate trackingStartDate;
    private Instant disabledAt;
    private Instant removedAt;
    private boolean resetPending;
    private Instant createdAt;
    private Instant updatedAt;

    protected Creator() {}

    Creator(Owner owner, UUID programId, CreatorDetails told, LocalDate today, Instant now) {
        this.id = UUID.randomUUID();
        this.organizationId = owner.organizationId();
        this.mode = owner.mode();
        this.programId = programId;
        this.metadata = "{}";
        this.trackingMode = TrackingMode.AUTO;
        this.trackingStartDate = today;
        this.createdAt = now;
        rename(told.handle(), now);
        describe(told, now);
    }

    void rename(String handle, Instant now) {
        this.handle = handle;
        updatedAt = now;
    }

    /** All but the handle, which may be somebody else's. Tells whether anything is different now. */
    boolean describe(CreatorDetails told, Instant now) {
        var before = described();
        displayName =
                told.displayName() == null ? displayName : told.displayName().text();
        trackingMode = told.trackingMode() == null ? trackingMode : told.trackingMode();
        trackingStartDate = told.trackingStartDate() == null ? trackingStartDate : told.trackingStartDate();
        readme = told.readme() == null ? readme : told.readme().text();
        metadata = told.metadata() == null ? metadata : told.metadata();
        var different = !described().equals(before);
        updatedAt = different ? now : updatedAt;
        return different;
    }

    private List<Object> described() {
        return Arrays.asList(displayName, trackingMode, trackingStartDate, readme, metadata);
    }

    void remove(Instant now) {
        removedAt = now;
        updatedAt = now;
    }

    void comeBack(CreatorDetails told, Instant now) {
        removedAt = null;
        rename(told.handle(), now);
        describe(told, now);
        startAgain(now);
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

    public String handle() {
        return handle;
    }

    public String displayName() {
        return displayName;
    }

    public String readme() {
        return readme;
    }

    public String metadata() {
        return metadata;
    }

    public TrackingMode trackingMode() {
        return trackingMode;
    }

    public LocalDate trackingStartDate() {
        return trackingStartDate;
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
