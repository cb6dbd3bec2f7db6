package io.groundswell.content;

import io.groundswell.account.Secret;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.shared.PublicId;
import io.groundswell.shared.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Lets somebody without an account review one item, once. Whoever has its token may; only a hash of that is kept. */
@Entity
public class ReviewLink {
    static final String ID_PREFIX = "rvl";
    private static final int TOKEN_LENGTH = 32;

    @Id
    private String id;

    private String organizationId;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    private String contentId;
    private String tokenHash;
    private String reviewer;
    private String issuedBy;
    private Instant expiresAt;
    private Instant usedAt;
    private Boolean approved;
    private Instant revokedAt;
    private Instant createdAt;

    /** Where a link stands. */
    public enum Status {
        OPEN,
        USED,
        REVOKED,
        EXPIRED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    protected ReviewLink() {}

    ReviewLink(
            Owner owner, String contentId, String token, String issuedBy, String reviewer, Duration life, Instant now) {
        this.id = PublicId.next(ID_PREFIX);
        this.organizationId = owner.organizationId();
        this.mode = owner.mode();
        this.contentId = contentId;
        this.tokenHash = hash(token);
        this.issuedBy = issuedBy;
        this.reviewer = reviewer;
        this.expiresAt = now.plus(life);
        this.createdAt = now;
    }

    /** 32 of 62 characters, which is 190 bits. */
    static String token() {
        return PublicId.random(TOKEN_LENGTH);
    }

    static String hash(String token) {
        return new Secret(token).hash();
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    void use(boolean approved, Instant now) {
        this.approved = approved;
        usedAt = now;
    }

    public Status status(Instant now) {
        if (revokedAt != null) {
            return Status.REVOKED;
        }
        if (usedAt != null) {
            return Status.USED;
        }
        return expiresAt.isAfter(now) ? Status.OPEN : Status.EXPIRED;
    }

    /** Refused once the link was revoked or its time is up. */
    void requireAlive(Instant now) {
        if (revokedAt != null || !expiresAt.isAfter(now)) {
            throw Refusal.of(
                    ContentError.REVIEW_LINK_OVER, "This link was taken back or is too old. Ask for a new one");
        }
    }

    Reviewer asReviewer() {
        return new Reviewer(new Owner(organizationId, mode), "link:" + id, issuedBy);
    }

    public String id() {
        return id;
    }

    public String contentId() {
        return contentId;
    }

    /** Whom the link was meant for, in the words of who gave it out; null when they did not say. */
    public String reviewer() {
        return reviewer;
    }

    /** Id of the user who gave the link out. */
    public String issuedBy() {
        return issuedBy;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public Instant usedAt() {
        return usedAt;
    }

    /** What was said with it; null unless it was used. */
    public Boolean approved() {
        return approved;
    }

    public Instant revokedAt() {
        return revokedAt;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
