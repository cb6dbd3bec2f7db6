package io.groundswell.content;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/** What the publisher did with an item so far. */
@Embeddable
public class Publication {
    private Instant publishedAt;
    private String platformPostId;
    private String platformUrl;
    private String externalPostId;
    private String publishError;
    private int publishAttempts;
    private boolean publishTried;
    private String publishClaim;
    private Instant publishDueAt;

    /** What a network tells of a post; {@code externalId} is the publishing provider's own, often null. */
    public record Outcome(String postId, String url, String externalId) {}

    void due(Instant at) {
        publishAttempts = 0;
        publishError = null;
        publishDueAt = at;
    }

    void notDue() {
        publishDueAt = null;
    }

    void claim(String claim, Instant leaseEnd) {
        publishClaim = claim;
        publishDueAt = leaseEnd;
        publishAttempts++;
        publishTried = true;
    }

    void release(String error, Instant dueAt) {
        publishClaim = null;
        publishError = error;
        publishDueAt = dueAt;
    }

    void settle(Outcome outcome, Instant now) {
        release(null, null);
        publishedAt = now;
        platformPostId = outcome.postId();
        platformUrl = outcome.url();
        externalPostId = outcome.externalId();
    }

    void startAnew() {
        publishTried = false;
        publishError = null;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    public String platformPostId() {
        return platformPostId;
    }

    public String platformUrl() {
        return platformUrl;
    }

    public String externalPostId() {
        return externalPostId;
    }

    /** Why the last attempt failed, or null. */
    public String error() {
        return publishError;
    }

    /** How often the item was claimed since it was last scheduled. */
    public int attempts() {
        return publishAttempts;
    }

    /** Whether a network was ever asked to post this version, so that it may be out whatever we know. */
    public boolean mayBeOut() {
        return publishTried;
    }

    /** Who is publishing the item right now, or null. */
    public String claim() {
        return publishClaim;
    }
}
