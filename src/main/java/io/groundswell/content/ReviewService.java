package io.groundswell.content;

import io.groundswell.account.AuditTrail;
import io.groundswell.shared.Caller;
import io.groundswell.shared.PublicId;
import io.groundswell.shared.Refusal;
import io.groundswell.webhook.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;

/** Approvals and rejections of items by people. */
@ApplicationScoped
public class ReviewService {
    private final Contents contents;
    private final ContentMoves moves;
    private final Approvers approvers;
    private final Decisions decisions;
    private final Event<ContentEvent> events;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    ReviewService(
            Contents contents,
            ContentMoves moves,
            Approvers approvers,
            Decisions decisions,
            Event<ContentEvent> events,
            AuditTrail audit,
            Outbox outbox,
            Clock clock) {
        this.contents = contents;
        this.moves = moves;
        this.approvers = approvers;
        this.decisions = decisions;
        this.events = events;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param scheduleFor when to publish the item once it is approved; null to leave that to the scheduler
     * @param param what the caller calls that moment
     * @param version the version that was looked at; null for whichever it is now
     */
    public record Yes(String notes, Moment scheduleFor, String param, Integer version) {
        static Yes to(Integer version, String notes) {
            return new Yes(notes, null, null, version);
        }
    }

    /** An item after an approval, and how many approvals it needs. */
    public record Approved(Content content, int required) {}

    /** The item stays in review until as many different people as the organization wants said yes. */
    @Transactional
    public Approved approve(Caller caller, String contentId, Yes yes) {
        return approve(Reviewer.of(caller), contentId, yes);
    }

    @Transactional
    Approved approve(Reviewer reviewer, String contentId, Yes yes) {
        var now = clock.instant();
        if (yes.scheduleFor() != null) {
            yes.scheduleFor().requireAhead(yes.param(), now);
        }
        var content = contents.requireForChange(reviewer.owner(), contentId);
        requireMayApprove(reviewer, content, yes.version());
        var required = required(content);
        add(reviewer, content, yes, required);
        audit.record(reviewer.owner(), reviewer.id(), "content.approved", contentId, version(content));
        if (yes.scheduleFor() != null) {
            content.scheduling().plan(yes.scheduleFor());
        }
        if (content.review().yeses(content.version()) >= required) {
            approved(reviewer, content, yes);
        }
        return new Approved(content, required);
    }

    /** The version that was reviewed, for the audit trail: the item may have changed since. */
    private static Map<String, String> version(Content content) {
        return Map.of("version", String.valueOf(content.version()));
    }

    private void requireMayApprove(Reviewer reviewer, Content content, Integer version) {
        content.words().require(version);
        if (!content.status().isOpenToReview()) {
            throw Refusal.of(ContentError.CONTENT_STATE, "An item that is %s cannot be approved", content.status());
        }
        approvers.require(content, reviewer.userId());
    }

    /** A draft is about to meet the policy: whom that would not keep waiting needs no second yes either. */
    private int required(Content content) {
        if (content.status() == ContentStatus.DRAFT) {
            if (decisions.of(content) != ApprovalPolicy.Decision.NEEDS_REVIEW) {
                return 1;
            }
            content.askForReview(clock.instant());
        }
        return approvers.needed(content.owner());
    }

    /**
     * Nobody counts twice. But where fewer yeses are wanted than when they were given, those who gave them may be the only
     * people left to ask, and their call says that it is enough.
     */
    private void add(Reviewer reviewer, Content content, Yes yes, int required) {
        var review = content.review();
        if (!review.hasApprovalOf(reviewer.id(), content.version())) {
            content.voted(new Review.Approval(reviewer.id(), clock.instant(), yes.notes(), content.version()));
        } else if (review.yeses(content.version()) < required) {
            throw Refusal.of(ContentError.ALREADY_APPROVED_BY_YOU, "You have approved this item already");
        }
    }

    private void approved(Reviewer reviewer, Content content, Yes yes) {
        content.approve(reviewer.id(), yes.notes(), clock.instant());
        outbox.record(reviewer.owner(), "content.approved", content.id());
        if (yes.scheduleFor() != null) {
            moves.schedule(reviewer.owner(), content.id(), yes.scheduleFor());
        }
    }

    /** @param version the version that was looked at; null for whichever it is now */
    public record No(String reason, String feedback, boolean regenerate, Integer version) {}

    /** What a no leads to; {@code jobId} is null unless the item is to be rewritten. */
    public record Rejected(Content content, String jobId) {}

    /** One rejection is enough. With {@code regenerate} the item is rewritten with the feedback in mind. */
    @Transactional
    public Rejected reject(Caller caller, String contentId, No no) {
        return reject(Reviewer.of(caller), contentId, no);
    }

    @Transactional
    Rejected reject(Reviewer reviewer, String contentId, No no) {
        var owner = reviewer.owner();
        var content = contents.requireForChange(owner, contentId);
        content.words().require(no.version());
        content.reject(reviewer.id(), no.reason(), no.feedback(), clock.instant());
        audit.record(owner, reviewer.id(), "content.rejected", contentId, version(content));
        outbox.record(owner, "content.rejected", contentId);
        var jobId = no.regenerate() ? PublicId.next("job") : null;
        content.words().await(jobId);
        contents.flush();
        events.fire(new ContentEvent.Rejected(
                owner, contentId, content.missionId(), jobId, no.feedback(), no.regenerate()));
        return new Rejected(content, jobId);
    }
}
