package io.groundswell.content;

import io.groundswell.mission.Constraints;
import io.groundswell.mission.MissionService;
import io.groundswell.mission.MissionStatus;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import io.groundswell.webhook.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;

/** What publishing may do to an item. The item stays held as it is until the transaction at hand ends. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class ContentMoves {
    private final Contents contents;
    private final MissionService missions;
    private final Event<ContentEvent> events;
    private final Outbox outbox;
    private final Clock clock;

    ContentMoves(Contents contents, MissionService missions, Event<ContentEvent> events, Outbox outbox, Clock clock) {
        this.contents = contents;
        this.missions = missions;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Content hold(Owner owner, String contentId) {
        return contents.requireForChange(owner, contentId);
    }

    /** Refused unless the item is approved, scheduled or failed, and its mission goes on. */
    public Content schedule(Owner owner, String contentId, Moment moment) {
        var content = hold(owner, contentId);
        requireGoesOn(content);
        content.schedule(moment, constraints(content).timezone(), clock.instant());
        contents.flush();
        outbox.record(owner, "content.scheduled", contentId);
        return content;
    }

    private Constraints constraints(Content content) {
        return missions.get(content.owner(), content.missionId()).constraints();
    }

    /** Whether anything of the item's mission is scheduled any more. */
    public boolean goesOn(Content content) {
        return missions.get(content.owner(), content.missionId()).status() != MissionStatus.COMPLETED;
    }

    /** Refused when the item's mission is completed. */
    public void requireGoesOn(Content content) {
        if (!goesOn(content)) {
            throw Refusal.of(
                    ContentError.MISSION_COMPLETED,
                    "The item's mission is completed: nothing of it is scheduled any more, but it can be published now");
        }
    }

    /** Takes the item off the schedule; with {@code hold} it stays off until someone schedules it. */
    public Content unschedule(Owner owner, String contentId, boolean hold) {
        var content = hold(owner, contentId);
        content.unschedule(hold, clock.instant());
        contents.flush();
        return content;
    }

    /** Keeps the scheduler away from an approved item that it found no slot for. */
    public void holdBack(Owner owner, String contentId) {
        hold(owner, contentId).holdBack(clock.instant());
        contents.flush();
    }

    /** Nobody else may publish a scheduled item before {@code leaseEnd}; after that the next may claim it. */
    public Content claim(Owner owner, String contentId, String claim, Instant leaseEnd) {
        var content = hold(owner, contentId);
        content.claim(claim, leaseEnd);
        return content;
    }

    /** The same at once, whatever the item was scheduled for; refused while someone else publishes it. */
    public Content claimNow(Owner owner, String contentId, String claim, Instant leaseEnd) {
        var content = hold(owner, contentId);
        var now = clock.instant();
        if (content.status() == ContentStatus.SCHEDULED) {
            var scheduling = content.scheduling();
            content.schedule(scheduling.scheduled(), scheduling.timezone(), now);
        } else {
            var constraints = constraints(content);
            content.schedule(Moment.in(constraints.zone(), now), constraints.timezone(), now);
        }
        content.claim(claim, leaseEnd);
        return content;
    }

    /** Gives the claim on a held item back; it comes due again at {@code dueAt}. */
    public void release(Content held, String error, Instant dueAt) {
        held.publication().release(error, dueAt);
        contents.flush();
    }

    public void published(Content held, Publication.Outcome outcome) {
        var now = clock.instant();
        held.published(outcome, now);
        contents.flush();
        outbox.record(held.owner(), "content.published", held.id());
        events.fire(new ContentEvent.Published(held.owner(), held.id(), held.missionId(), now));
    }

    public void failed(Content held, String error) {
        held.failed(error, clock.instant());
        outbox.record(held.owner(), "content.failed", held.id());
    }
}
