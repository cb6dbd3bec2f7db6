package io.groundswell.account;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A secret that acts for the user who made it. Only its hash is kept. */
@Entity
public class ApiKey {
    static final String ID_PREFIX = "key";

    public enum Status {
        ACTIVE,
        EXPIRED,
        REVOKED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    private String id;

    private String organizationId;
    private String userId;

    @Enumerated(EnumType.STRING)
    private KeyKind kind;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    private String name;
    private String keyHash;
    private String keyPrefix;
    private String[] scopes;
    private Instant expiresAt;
    private Instant revokedAt;
    private Instant rotatedAt;
    private Instant lastUsedAt;
    private Instant createdAt;

    protected ApiKey() {}

    ApiKey(
            String id,
            Owner owner,
            String userId,
            KeyKind kind,
            String name,
            Secret secret,
            List<String> scopes,
            Instant expiresAt,
            Instant now) {
        this.id = id;
        this.organizationId = owner.organizationId();
        this.userId = userId;
        this.kind = kind;
        this.mode = owner.mode();
        this.name = name;
        this.keyHash = secret.hash();
        this.keyPrefix = secret.prefix();
        this.scopes = scopes.toArray(String[]::new);
        this.expiresAt = expiresAt;
        this.createdAt = now;
    }

    /** Revoking twice changes nothing. */
    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    /** From now on another key is in its place; this one goes on until {@code end}, for those who still use it. */
    void rotate(Instant now, Instant end) {
        if (status(now) != Status.ACTIVE || rotatedAt != null) {
            throw Refusal.of(
                    AccountError.API_KEY_NOT_ACTIVE,
                    "This key is %s and cannot be rotated",
                    rotatedAt == null ? status(now) : "rotated already");
        }
        rotatedAt = now;
        if (expiresAt == null || expiresAt.isAfter(end)) {
            expiresAt = end;
        }
    }

    public Status status(Instant now) {
        if (revokedAt != null) {
            return Status.REVOKED;
        }
        return expiresAt != null && !expiresAt.isAfter(now) ? Status.EXPIRED : Status.ACTIVE;
    }

    public String id() {
        return id;
    }

    public KeyKind kind() {
        return kind;
    }

    public Mode mode() {
        return mode;
    }

    public String name() {
        return name;
    }

    public String userId() {
        return userId;
    }

    public String keyPrefix() {
        return keyPrefix;
    }

    public List<String> scopes() {
        return List.of(scopes);
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public Instant revokedAt() {
        return revokedAt;
    }

    public Instant lastUsedAt() {
        return lastUsedAt;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
