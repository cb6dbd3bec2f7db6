package io.groundswell.content;

import io.groundswell.shared.Refusal;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What the publisher did with an item so far. */
@Embeddable
public class Publication {
    private static final int MAX_EARLIER_TRIES = 20;

    private Instant publishedAt;
    private String platformPostId;
    private String platformUrl;
    private String externalPostId;
    private String publishError;
    private int publishAttempts;
    private boolean publishTried;
    private String publishClaim;
    private Instant publishDueAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<EarlierTry> earlierTries = List.of();

    private String variationId;

    /**
     * What a network tells of a post.
     *
     * @param version of the item that is out
     * @param externalId the publishing provider's own id, often null
     * @param variationId of the wording that is out; null when the item has but one
     */
    public record Outcome(int version, String postId, String url, String externalId, String variationId) {}

    /** A version that a network was asked to post, as it was asked to post it. */
    @RegisterForReflection
    public record EarlierTry(int version, Copy copy, List<Visual> visuals) {}

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
        variationId = outcome.variationId();
    }

    /** Begins the version after {@code before}, and remembers it when it may be out. */
    void startAnew(EarlierTry before) {
        if (publishTried) {
            if (earlierTries.size() == MAX_EARLIER_TRIES) {
                throw Refusal.of(
                        ContentError.CONTENT_STATE,
                        "Publishing was tried in %d versions of this item; archive it",
                        MAX_EARLIER_TRIES);
            }
            earlierTries =
                    Stream.concat(earlierTries.stream(), Stream.of(before)).toList();
        }
        publishTried = false;
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

    /** Versions before this one that a network was asked to post, and that may be out. */
    public List<EarlierTry> earlierTries() {
        return earlierTries;
    }

    Optional<EarlierTry> tried(int version) {
        return earlierTries.stream().filter(tried -> tried.version() == version).findFirst();
    }

    /** The variation whose words are out, or null. */
    public String variationId() {
        return variationId;
    }

    /** Who is publishing the item right now, or null. */
    public String claim() {
        return publishClaim;
    }
}
