package io.groundswell.content;

import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.hibernate.annotations.Formula;

/** What never changes about an item, and what its mission is called. */
@MappedSuperclass
public abstract class ContentOrigin {
    @Id
    private String id;

    private String organizationId;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    private String missionId;

    @Formula("(select m.name from mission m where m.id = mission_id)")
    private String missionName;

    @Enumerated(EnumType.STRING)
    private Platform platform;

    @Enumerated(EnumType.STRING)
    private ContentType type;

    private int cycle;
    private int slot;
    private Instant createdAt;

    protected ContentOrigin() {}

    ContentOrigin(NewContent made, Instant now) {
        this.id = made.id();
        this.organizationId = made.owner().organizationId();
        this.mode = made.owner().mode();
        this.missionId = made.missionId();
        this.platform = made.platform();
        this.type = made.type();
        this.cycle = made.cycle();
        this.slot = made.slot();
        this.createdAt = now;
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

    /** As it was called when the item was read; null for an item that was just made. */
    String missionName() {
        return missionName;
    }

    public Platform platform() {
        return platform;
    }

    public ContentType type() {
        return type;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
