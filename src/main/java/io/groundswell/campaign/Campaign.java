package io.groundswell.campaign;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A named set of creators, videos and other campaigns of one programme. */
@Entity
public class Campaign {
    @Id
    private UUID id;

    private String organizationId;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    private UUID programId;
    private String name;
    private String readme;

    @JdbcTypeCode(SqlTypes.JSON)
    private String metadata;

    private Long targetViews;
    private Instant targetAt;
    private Instant createdAt;
    private Instant updatedAt;

    protected Campaign() {}

    Campaign(Owner owner, UUID programId, Description description, Instant now) {
        this.id = UUID.randomUUID();
        this.organizationId = owner.organizationId();
        this.mode = owner.mode();
        this.programId = programId;
        // As exact as the database, for what is told of its beginning.
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        describe(description, createdAt);
    }

    /** Says whether anything is another than before. */
    boolean describe(Description other, Instant now) {
        if (other.equals(description())) {
            return false;
        }
        name = other.name();
        readme = other.readme();
        metadata = other.metadata();
        targetViews = other.targetViews();
        targetAt = other.targetAt();
        updatedAt = now;
        return true;
    }

    boolean hasOtherReadmeThan(Description other) {
        return !Objects.equals(readme, other.readme());
    }

    public UUID id() {
        return id;
    }

    public UUID programId() {
        return programId;
    }

    public String name() {
        return name;
    }

    public Description description() {
        return new Description(name, readme, metadata, targetViews, targetAt);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
