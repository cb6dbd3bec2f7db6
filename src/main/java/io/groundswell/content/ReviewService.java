package io.groundswell.content;

import io.groundswell.account.AuditTrail;
import io.groundswell.account.OrganizationConfig.Approval;
import io.groundswell.account.OrganizationService;
import io.groundswell.shared.Caller;
import io.groundswell.shared.PublicId;
import io.groundswell.shared.Refusal;
import io.groundswell.webhook.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;

/** People's yes and no to items. */
@ApplicationScoped
public class ReviewService {
    private static final EnumSet<ContentStatus> OPEN = EnumSet.of(ContentStatus.DRAFT, ContentStatus.PENDING_REVIEW);

    private final Contents contents;
    private final ContentMoves moves;
    private final OrganizationService organizations;
    private final Event<ContentEvent> events;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    ReviewService(
            Contents contents,
            ContentMoves moves,
            OrganizationService organizations,
            Event<ContentEvent> events,
            AuditTrail audit,
            Outbox outbox,
            Clock clock) {
        this.contents = contents;
        this.moves = moves;
        this.organizations = organizations;
        this.events = events;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** An item after a yes, and how many it needs. */
    public record Approved(Content content, int required) {}

    /**
     * One person's yes. The item stays in review until as many different people as the organization wants said so.
     *
     * @param scheduleFor when to publish the item once it is approved; null to leave that to the scheduler
     */
    @Transactional
    public Approved approve(Caller caller, String contentId, String notes, Moment scheduleFor) {
        var now = clock.instant();
        if (scheduleFor != null) {
            scheduleFor.requireAhead("schedule_for", now);
        }
        var content = contents.requireForChange(caller.owner(), contentId);
        var policy = policy(caller);
        requireMayApprove(caller, content, policy);
        if (content.status() == ContentStatus.DRAFT && policy.minApprovals() > 1) {
            content.askForReview(now);
        }
        content.review().add(new Review.Approval(caller.userId(), now, notes));
        audit.record(caller.owner(), caller.userId(), "content.approved", contentId);
        if (scheduleFor != null) {
            content.scheduling().plan(scheduleFor);
        }
        if (content.review().approvals().size() >= policy.minApprovals()) {
            approved(caller, content, notes, scheduleFor);
        }
        return new Approved(content, policy.minApprovals());
    }

    private Approval policy(Caller caller) {
        return organizations.get(caller.owner().organizationId()).config().approval();
    }

    private static void requireMayApprove(Caller caller, Content content, Approval policy) {
        if (!OPEN.contains(content.status())) {
            throw Refusal.of(ContentError.CONTENT_STATE, "An item that is %s cannot be approved", content.status());
        }
        if (!policy.approvers().isEmpty() && !policy.approvers().contains(caller.userId())) {
            throw Refusal.of(ContentError.NOT_AN_APPROVER, "Only the organization's approvers may approve content");
        }
        if (content.review().hasApprovalOf(caller.userId())) {
            throw Refusal.of(ContentError.ALREADY_APPROVED_BY_YOU, "You have approved this item already");
        }
    }

    private void approved(Caller caller, Content content, String notes, Moment scheduleFor) {
        content.approve(caller.userId(), notes, clock.instant());
        outbox.record(caller.owner(), "content.approved", content.id());
        if (scheduleFor != null) {
            moves.schedule(caller.owner(), content.id(), scheduleFor);
        }
    }

    /** What a no leads to; {@code jobId} is null unless the item is to be rewritten. */
    public record Rejected(Content content, String jobId) {}

    /** One no is enough. With {@code regenerate} the item is rewritten, minding the feedback. */
    @Transactional
    public Rejected reject(Caller caller, String contentId, String reason, String feedback, boolean regenerate) {
        var content = contents.requireForChange(caller.owner(), contentId);
        content.reject(caller.userId(), reason, feedback, clock.instant());
        audit.record(caller.owner(), caller.userId(), "content.rejected", contentId);
        outbox.record(caller.owner(), "content.rejected", contentId);
        var jobId = regenerate ? PublicId.next("job") : null;
        content.words().await(jobId);
        contents.flush();
        events.fire(
                new ContentEvent.Rejected(caller.owner(), contentId, content.missionId(), jobId, feedback, regenerate));
        return new Rejected(content, jobId);
    }
}
