package io.groundswell.content;

import io.groundswell.account.AuditTrail;
import io.groundswell.account.Creations;
import io.groundswell.mission.MissionService;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.webhook.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes items, applies the approval policy to them, and finds them. */
@ApplicationScoped
public class ContentService {
    private final Contents contents;
    private final ContentTally tally;
    private final MissionService missions;
    private final Decisions decisions;
    private final Creations creations;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    ContentService(
            Contents contents,
            ContentTally tally,
            MissionService missions,
            Decisions decisions,
            Creations creations,
            AuditTrail audit,
            Outbox outbox,
            Clock clock) {
        this.contents = contents;
        this.tally = tally;
        this.missions = missions;
        this.decisions = decisions;
        this.creations = creations;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Keeps a freshly written item as a draft. */
    @Transactional(TxType.MANDATORY)
    public Content add(NewContent made) {
        var zone = missions.get(made.owner(), made.missionId()).constraints().timezone();
        var content = new Content(made, zone, clock.instant());
        contents.persistAndFlush(content);
        creations.count(made.owner(), "content_generated");
        outbox.record(made.owner(), "content.created", content.id());
        return content;
    }

    /** Approves a draft or asks people to review it; does nothing to an item that is no draft, or awaits its words. */
    @Transactional(TxType.MANDATORY)
    public void decide(Owner owner, String contentId) {
        var content = contents.requireForChange(owner, contentId);
        if (content.status() != ContentStatus.DRAFT || content.words().areAwaited()) {
            return;
        }
        var decision = decisions.of(content);
        content.review().reconsider();
        if (decision == ApprovalPolicy.Decision.NEEDS_REVIEW) {
            content.askForReview(clock.instant());
        } else {
            if (decision == ApprovalPolicy.Decision.APPROVED_BY_CONFIDENCE) {
                content.review().require();
                audit.record(
                        owner, AuditTrail.SYSTEM, "content.approved", contentId, Map.of("notes", decision.notes()));
            }
            content.approve(Review.SYSTEM, decision.notes(), clock.instant());
            outbox.record(owner, "content.approved", content.id());
        }
        contents.flush();
    }

    /** Ids of a cycle's drafts that nobody has decided on yet, in the order of their slots. */
    @Transactional(TxType.MANDATORY)
    public List<String> drafts(Owner owner, String missionId, int cycle) {
        return contents.drafts(owner, missionId, cycle).stream()
                .map(Content::id)
                .toList();
    }

    /** Deletes the drafts of one cycle; returns how many there were. */
    @Transactional(TxType.MANDATORY)
    public int discardDrafts(Owner owner, String missionId, int cycle) {
        return contents.deleteDrafts(owner, missionId, cycle);
    }

    @Transactional
    public Content archive(Owner owner, String contentId) {
        var content = contents.requireForChange(owner, contentId);
        content.archive(clock.instant());
        return content;
    }

    @Transactional
    public Content get(Owner owner, String contentId) {
        return contents.require(owner, contentId);
    }

    @Transactional
    public Optional<Content> find(Owner owner, String contentId) {
        return contents.find(owner, contentId);
    }

    /** Those of the items that are there, in any order, to be looked at: changes to them are lost. */
    @Transactional
    public List<Content> all(Owner owner, Collection<String> contentIds) {
        return contents.all(owner, contentIds);
    }

    /** The zone of the item's mission, in which times without an offset are read; the item may have been planned in another. */
    @Transactional
    public ZoneId zone(Owner owner, String contentId) {
        return contents.constraints(owner, contentId).zone();
    }

    @Transactional
    public boolean exists(Owner owner, String contentId) {
        return contents.exists(owner, contentId);
    }

    /** Newest first. */
    @Transactional
    public Page<Content> list(Owner owner, ContentFilter filter, Page.Request request) {
        requireMission(owner, filter);
        return newest(owner, filter, request);
    }

    /** Newest first; none of a mission that has just been deleted. */
    @Transactional
    public Page<Content> ofMission(Owner owner, String missionId, Page.Request request) {
        return newest(owner, ContentFilter.ofMission(missionId), request);
    }

    private Page<Content> newest(Owner owner, ContentFilter filter, Page.Request request) {
        return contents.page(owner, filter, request, tallied(owner, filter));
    }

    /** What is scheduled, earliest first. */
    @Transactional
    public Page<Content> queue(Owner owner, ContentFilter filter, Page.Request request) {
        requireMission(owner, filter);
        return contents.queue(owner, filter, request, tallied(owner, filter));
    }

    /** Null where it has to be counted. */
    private Long tallied(Owner owner, ContentFilter filter) {
        return filter.isTallied() ? tally.count(owner, filter) : null;
    }

    /** One that is named must be there. */
    private void requireMission(Owner owner, ContentFilter filter) {
        if (filter.missionId() != null) {
            missions.get(owner, filter.missionId());
        }
    }

    @Transactional
    public ContentCounts counts(Owner owner, String missionId) {
        var counts = tally.ofMission(owner, missionId);
        var scheduled = counts.getOrDefault(ContentStatus.SCHEDULED, 0L);
        var published = counts.getOrDefault(ContentStatus.PUBLISHED, 0L);
        var all = counts.values().stream().mapToLong(Long::longValue).sum();
        return new ContentCounts(
                all - counts.getOrDefault(ContentStatus.ARCHIVED, 0L),
                counts.getOrDefault(ContentStatus.PENDING_REVIEW, 0L),
                counts.getOrDefault(ContentStatus.APPROVED, 0L) + scheduled + published,
                published,
                scheduled);
    }
}
