package io.groundswell.content;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where an item stands, and where it may go from there; {@link #next} is the whole table. */
public enum ContentStatus {
    DRAFT,
    PENDING_REVIEW,
    APPROVED,
    REJECTED,
    SCHEDULED,
    PUBLISHED,
    FAILED,
    ARCHIVED;

    /**
     * Staying in a status is a move too: a draft is rewritten, a scheduled item gets another time. What has to be
     * reviewed goes back to its reviewers from wherever it is edited.
     */
    private Set<ContentStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(DRAFT, PENDING_REVIEW, APPROVED, REJECTED, ARCHIVED);
            case PENDING_REVIEW -> EnumSet.of(DRAFT, PENDING_REVIEW, APPROVED, REJECTED, ARCHIVED);
            case APPROVED -> EnumSet.of(DRAFT, PENDING_REVIEW, REJECTED, SCHEDULED, PUBLISHED, ARCHIVED);
            case REJECTED -> EnumSet.of(DRAFT, PENDING_REVIEW, ARCHIVED);
            case SCHEDULED -> EnumSet.of(SCHEDULED, PENDING_REVIEW, APPROVED, PUBLISHED, FAILED);
            case PUBLISHED -> EnumSet.of(ARCHIVED);
            case FAILED -> EnumSet.of(DRAFT, PENDING_REVIEW, SCHEDULED, PUBLISHED, ARCHIVED);
            case ARCHIVED -> EnumSet.noneOf(ContentStatus.class);
        };
    }

    public boolean mayBecome(ContentStatus other) {
        return next().contains(other);
    }

    /** Whether somebody's yes or no is still to come. */
    public boolean isOpenToReview() {
        return this == DRAFT || this == PENDING_REVIEW;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
