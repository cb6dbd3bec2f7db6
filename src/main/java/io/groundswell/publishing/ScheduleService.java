package io.groundswell.publishing;

import io.groundswell.content.Content;
import io.groundswell.content.ContentMoves;
import io.groundswell.content.ContentStatus;
import io.groundswell.content.Moment;
import io.groundswell.mission.Mission;
import io.groundswell.mission.MissionService;
import io.groundswell.mission.Timeline;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Puts items on the schedule, and takes them off. */
@ApplicationScoped
public class ScheduleService {
    private static final String SCHEDULED_FOR = "scheduled_for";
    private static final Duration FURTHEST = Duration.ofDays(365);

    private final Agenda agenda;
    private final ContentMoves moves;
    private final MissionService missions;
    private final Reslotting reslotting;
    private final EngagementSource engagement;
    private final Clock clock;

    ScheduleService(
            Agenda agenda,
            ContentMoves moves,
            MissionService missions,
            Reslotting reslotting,
            EngagementSource engagement,
            Clock clock) {
        this.agenda = agenda;
        this.moves = moves;
        this.missions = missions;
        this.reslotting = reslotting;
        this.engagement = engagement;
        this.clock = clock;
    }

    /**
     * To be called before an item is locked in a transaction that does more than {@link #scheduleAtPlannedSlot}, and before
     * slots are planned by what is taken.
     */
    @Transactional(TxType.MANDATORY)
    public void holdAgenda(Owner owner) {
        agenda.hold(owner);
    }

    /**
     * Schedules an approved item at its planned slot, near it when it is taken, or as a late item when it is past. One that
     * finds no slot before its mission ends, or whose mission was completed, is held back.
     *
     * @return false when the item is not approved, held back, or was planned for no slot
     */
    @Transactional(TxType.MANDATORY)
    public boolean scheduleAtPlannedSlot(Owner owner, String contentId) {
        agenda.hold(owner);
        var content = moves.hold(owner, contentId);
        var planned = content.scheduling().planned();
        if (content.status() != ContentStatus.APPROVED || content.scheduling().isHeld() || planned == null) {
            return false;
        }
        var slot = moves.goesOn(content) ? slot(content, planned) : Optional.<Moment>empty();
        if (slot.isEmpty()) {
            moves.holdBack(owner, contentId);
            return false;
        }
        moves.schedule(owner, contentId, slot.get());
        return true;
    }

    private Optional<Moment> slot(Content content, Moment planned) {
        var now = clock.instant();
        var self = List.of(content.id());
        var around = new Span(planned.at().minus(Taken.GAP), planned.at().plus(Taken.GAP));
        if (planned.at().isAfter(now)
                && agenda.taken(content.owner(), around, self).isFree(content.platform(), planned.at())) {
            return Optional.of(planned);
        }
        return planned.at().isAfter(now) ? reslotting.near(content, planned) : reslotting.next(content);
    }

    /** Publishes the item at that moment; refused unless it is approved, scheduled or failed and its mission goes on. */
    @Transactional
    public Content schedule(Owner owner, String contentId, Moment moment) {
        moment.requireAhead(SCHEDULED_FOR, clock.instant());
        return moves.schedule(owner, contentId, moment);
    }

    /**
     * Publishes the item at the best free hour; {@code earliest} may be null for now. The hour lies before the mission's
     * end, when the schedule is cleared: one that we choose must not come to nothing.
     */
    @Transactional
    public Content scheduleAtBestTime(Owner owner, String contentId, Moment earliest) {
        var now = clock.instant();
        if (earliest != null) {
            earliest.requireAhead(SCHEDULED_FOR, now);
        }
        agenda.hold(owner);
        var content = moves.hold(owner, contentId);
        moves.requireGoesOn(content);
        var mission = missions.get(owner, content.missionId());
        var from = earliest == null ? now.plusSeconds(1) : earliest.at();
        var until = until(mission, now);
        if (!from.isBefore(until)) {
            throw noneBefore(until);
        }
        var taken = agenda.taken(owner, new Span(from, until), List.of(contentId));
        var wishes = mission.constraints().withOptimalTimes();
        var slot = new CatchUp(wishes, mission.startsAt(), engagement.of(owner, wishes))
                .nextOnAnyDay(content.platform(), from, until, taken)
                .orElseThrow(() -> noneBefore(until));
        return moves.schedule(owner, contentId, new Moment(slot.at(), slot.offset()));
    }

    private static Instant until(Mission mission, Instant now) {
        var furthest = now.plus(FURTHEST);
        var end = end(mission, now);
        return end.isBefore(furthest) ? end : furthest;
    }

    /** A pause moves the end, by as much as if it were over now. */
    private static Instant end(Mission mission, Instant now) {
        var paused = mission.pausedAt();
        return paused == null || now.isBefore(paused)
                ? mission.endsAt()
                : Timeline.shifted(mission.endsAt(), Duration.between(paused, now), mission.zoneOfDays());
    }

    private static Refusal noneBefore(Instant until) {
        return Refusal.impossible(SCHEDULED_FOR, "There is no free time before %s", until);
    }

    /** A schedule that was cancelled; {@code was} is what the item was scheduled for. */
    public record Cancelled(Content content, Moment was, Instant at) {}

    /** Takes the item off the schedule until someone schedules it again. */
    @Transactional
    public Cancelled cancel(Owner owner, String contentId) {
        var was = moves.hold(owner, contentId).scheduling().scheduled();
        return new Cancelled(moves.unschedule(owner, contentId, true), was, clock.instant());
    }

    /** When the mission's next item goes out; none when nothing is scheduled, or the mission rests. */
    @Transactional
    public Optional<Instant> nextPublishAt(Owner owner, String missionId) {
        return agenda.upcoming(owner, missionId, 1).stream().findFirst().map(Upcoming::at);
    }

    /** What goes out next of all missions, the earliest first. */
    @Transactional
    public List<Upcoming> upcoming(Owner owner, int limit) {
        return agenda.upcoming(owner, null, limit);
    }
}
