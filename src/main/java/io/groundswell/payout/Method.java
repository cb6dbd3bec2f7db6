package io.groundswell.payout;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A way in which an organization pays creators. */
@Entity
@Table(name = "payout_method")
public class Method {
    @Id
    private UUID id;

    private String organizationId;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    private String name;
    private String iconUrl;
    private String seed;
    private boolean isActive;

    @JdbcTypeCode(SqlTypes.JSON)
    private String metadata;

    private String readme;
    private Instant createdAt;
    private Instant updatedAt;

    protected Method() {}

    Method(Owner owner, MethodDetails details, Instant now) {
        this.id = UUID.randomUUID();
        this.organizationId = owner.organizationId();
        this.mode = owner.mode();
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        describe(details, createdAt);
    }

    /** Says whether anything is another than before. */
    boolean describe(MethodDetails other, Instant now) {
        if (other.equals(details())) {
            return false;
        }
        name = other.name();
        iconUrl = other.iconUrl();
        isActive = other.isActive();
        metadata = other.metadata();
        readme = other.readme();
        updatedAt = now;
        return true;
    }

    public UUID id() {
        return id;
    }

    public String organizationId() {
        return organizationId;
    }

    /** Whether every organization has it, from the beginning and for good. */
    public boolean isDefault() {
        return seed != null;
    }

    public MethodDetails details() {
        return new MethodDetails(name, iconUrl, isActive, metadata, readme);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
