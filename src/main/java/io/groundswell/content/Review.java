package io.groundswell.content;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Who has to say yes to an item, and who did. */
@Embeddable
public class Review {
    /** The reviewer of items that nobody looked at. */
    public static final String SYSTEM = "system";

    private boolean reviewRequired;
    private Instant pendingSince;
    private String reviewedBy;
    private Instant reviewedAt;
    private String reviewNotes;
    private String reviewReason;
    private String reviewFeedback;
    private Instant escalatedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Approval> approvals = List.of();

    /** One person's yes to the words of one version; other words need another yes. */
    @io.quarkus.runtime.annotations.RegisterForReflection
    public record Approval(String userId, Instant at, String notes, int version) {}

    /** Somebody has to say yes to every wording of the item, though nobody may have had to for this one. */
    void require() {
        reviewRequired = true;
    }

    /** Whether anybody has to look is decided anew for other words. */
    void reconsider() {
        reviewRequired = false;
    }

    void begin(Instant now) {
        clear();
        reviewRequired = true;
        pendingSince = now;
    }

    /** As if nobody had looked yet: what was said about other words says nothing about these. */
    void clear() {
        pendingSince = null;
        reviewedBy = null;
        reviewedAt = null;
        reviewNotes = null;
        reviewReason = null;
        reviewFeedback = null;
        escalatedAt = null;
        approvals = List.of();
    }

    void add(Approval approval) {
        var all = new ArrayList<>(approvals);
        all.add(approval);
        approvals = List.copyOf(all);
    }

    void escalated(Instant now) {
        escalatedAt = now;
    }

    void approved(String by, String notes, Instant now) {
        pendingSince = null;
        reviewedBy = by;
        reviewedAt = now;
        reviewNotes = notes;
    }

    void rejected(String by, String reason, String feedback, Instant now) {
        pendingSince = null;
        reviewedBy = by;
        reviewedAt = now;
        reviewNotes = null;
        reviewReason = reason;
        reviewFeedback = feedback;
    }

    boolean hasApprovalOf(String userId, int version) {
        return ofVersion(version).anyMatch(approval -> approval.userId().equals(userId));
    }

    boolean isPendingSince(Instant moment) {
        return moment.equals(pendingSince);
    }

    /** How many people said yes to this version. */
    public int yeses(int version) {
        return (int) ofVersion(version).count();
    }

    private Stream<Approval> ofVersion(int version) {
        return approvals.stream().filter(approval -> approval.version() == version);
    }

    public boolean isRequired() {
        return reviewRequired;
    }

    public String reviewedBy() {
        return reviewedBy;
    }

    public Instant reviewedAt() {
        return reviewedAt;
    }

    public String notes() {
        return reviewNotes;
    }

    public String reason() {
        return reviewReason;
    }

    public String feedback() {
        return reviewFeedback;
    }

    public Instant escalatedAt() {
        return escalatedAt;
    }

    public List<Approval> approvals() {
        return approvals;
    }
}
