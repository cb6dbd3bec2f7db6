package io.groundswell.webhook;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An endpoint of an organization, the events it wants, and the secret that signs what it is sent. */
@Entity
public class Webhook {
    public static final String ID_PREFIX = "whk";
    static final Duration BOTH_SECRETS = Duration.ofHours(24);

    @Id
    private String id;

    private String organizationId;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    private String url;
    private String[] events;

    @Enumerated(EnumType.STRING)
    private WebhookStatus status;

    private String secret;
    private String secretEnd;
    private String previousSecret;
    private Instant previousUntil;
    private int failures;
    private boolean slow;
    private String createdBy;
    private Instant createdAt;
    private Instant updatedAt;

    protected Webhook() {}

    Webhook(String id, Owner owner, String createdBy, SealedSecret secret, Instant now) {
        this.id = id;
        this.organizationId = owner.organizationId();
        this.mode = owner.mode();
        this.createdBy = createdBy;
        this.secret = secret.sealed();
        this.secretEnd = secret.end();
        this.status = WebhookStatus.ACTIVE;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** What is null stays as it is. Whoever enables an endpoint again gives it a fresh start. */
    void change(String url, List<String> events, Boolean enabled, Instant now) {
        this.url = url == null ? this.url : url;
        this.events = events == null ? this.events : events.toArray(String[]::new);
        if (enabled != null && enabled && status != WebhookStatus.ACTIVE) {
            status = WebhookStatus.ACTIVE;
            failures = 0;
            slow = false;
        } else if (enabled != null && !enabled) {
            status = WebhookStatus.DISABLED;
        }
        updatedAt = now;
    }

    /** For a day both secrets sign. One that is older still signs no more. */
    void rotate(SealedSecret next, Instant now) {
        previousSecret = secret;
        previousUntil = now.plus(BOTH_SECRETS);
        secret = next.sealed();
        secretEnd = next.end();
        updatedAt = now;
    }

    void delete(Instant now) {
        status = WebhookStatus.DELETED;
        updatedAt = now;
    }

    public String id() {
        return id;
    }

    public String url() {
        return url;
    }

    public List<String> events() {
        return List.of(events);
    }

    public WebhookStatus status() {
        return status;
    }

    String secret() {
        return secret;
    }

    /** The last characters of the secret, by which its owner knows which one it is. */
    public String secretEnd() {
        return secretEnd;
    }

    /** Until when the secret before this one signs as well; null when there was none. */
    public Instant previousUntil() {
        return previousUntil;
    }

    /** How many events in a row were given up. */
    public int failures() {
        return failures;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
