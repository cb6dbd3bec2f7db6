package io.groundswell.account;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.shared.PublicId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One thing that somebody did to keys, settings or reviews. Never changed. */
@Entity
public class AuditEntry {
    static final String ID_PREFIX = "aud";

    @Id
    private String id;

    private String organizationId;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    private String userId;
    private String action;
    private String subject;
    private String keyId;
    private String requestId;
    private String address;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> details;

    @Column(name = "at")
    private Instant createdAt;

    protected AuditEntry() {}

    AuditEntry(
            Owner owner,
            String userId,
            String action,
            String subject,
            Map<String, String> details,
            Origin origin,
            Instant now) {
        this.id = PublicId.next(ID_PREFIX);
        this.organizationId = owner.organizationId();
        this.mode = owner.mode();
        this.userId = userId;
        this.action = action;
        this.subject = subject;
        this.details = Map.copyOf(details);
        this.keyId = origin.keyId();
        this.requestId = origin.requestId();
        this.address = origin.address();
        this.createdAt = now;
    }

    public String id() {
        return id;
    }

    /** A user's id, {@code link:} and the id of a review link, {@code operator}, or {@code system}. */
    public String userId() {
        return userId;
    }

    public String action() {
        return action;
    }

    /** Id of what it was done to. */
    public String subject() {
        return subject;
    }

    public Map<String, String> details() {
        return details;
    }

    public Origin origin() {
        return new Origin(keyId, requestId, address);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
