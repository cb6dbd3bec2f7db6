package io.groundswell.alert;

import io.groundswell.shared.Mode;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Something that needs a person's eye, and what people made of it. Raised by {@link AlertLog}. */
@Entity
public class Alert {
    @Id
    private UUID id;

    private String organizationId;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    private UUID programId;
    private UUID creatorId;

    @Enumerated(EnumType.STRING)
    private AlertKind kind;

    private String title;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> details;

    @Enumerated(EnumType.STRING)
    private AlertStatus status;

    private String note;
    private Instant raisedAt;
    private Instant resolvedAt;
    private Instant endedAt;
    private Instant updatedAt;

    protected Alert() {}

    /** Says whether anything is another than before. */
    boolean triage(Triage other, Instant now) {
        if (other.status() == status && Objects.equals(other.note(), note)) {
            return false;
        }
        if (other.status() != status) {
            resolvedAt = other.status() == AlertStatus.RESOLVED ? now : null;
        }
        status = other.status();
        note = other.note();
        updatedAt = now;
        return true;
    }

    public UUID id() {
        return id;
    }

    public UUID programId() {
        return programId;
    }

    public UUID creatorId() {
        return creatorId;
    }

    public AlertKind kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    public Map<String, String> details() {
        return details;
    }

    public Triage triage() {
        return new Triage(status, note);
    }

    public Instant raisedAt() {
        return raisedAt;
    }

    public Instant resolvedAt() {
        return resolvedAt;
    }

    /** When its cause was over, or null. */
    public Instant endedAt() {
        return endedAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
