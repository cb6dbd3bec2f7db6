package io.groundswell.publishing;

import io.groundswell.mission.Constraints;
import io.groundswell.mission.Platform;
import io.groundswell.mission.PostingDays;
import io.groundswell.mission.PostingTimes;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Plans when a mission posts, and where. A pure function of what it is given.
 *
 * <p>A posting day has a slot at each of its {@link PostingTimes}, less the posts the mission already has on it. With
 * optimal times it has as many, but each at the hour that {@link SlotHours} chooses for its platform. Platforms take
 * turns over the slots. A slot closer than {@link Taken#GAP} to another post on its platform moves to the next free
 * moment of its day, else to the last free one before it, within the {@link PostingWindow} if there is room. It never
 * leaves its day, nor with optimal times the window that the mission sets; when there is no room on its platform the next
 * platform takes it, and when there is none on any it is dropped.
 */
public final class SlotPlanner {
    private static final Comparator<Slot> IN_ORDER =
            Comparator.comparing(Slot::at).thenComparing(Slot::platform);

    private final List<Platform> platforms;
    private final ZoneId zone;
    private final PostingDays days;
    private final List<LocalTime> times;
    private final PostingWindow window;
    private final boolean keepsToWindow;
    private final SlotHours slotHours;

    /** @param platforms at least one, in the order of their turns */
    public SlotPlanner(
            Constraints constraints,
            List<Platform> platforms,
            Instant missionStart,
            EngagementHistory history,
            Preference preference) {
        if (platforms.isEmpty()) {
            throw new IllegalArgumentException("A mission posts on at least one platform");
        }
        this.platforms = List.copyOf(platforms);
        this.zone = constraints.zone();
        this.days = new PostingDays(constraints, missionStart);
        this.times = PostingTimes.of(constraints);
        this.window = PostingWindow.of(constraints);
        this.keepsToWindow = constraints.useOptimalTimes()
                && (constraints.earliest().isPresent() || constraints.latest().isPresent());
        this.slotHours = new SlotHours(new BestHours(constraints, history), preference);
    }

    /**
     * The slots at or after {@code from} and before {@code until}, which is at most the mission's end. Planning goes on
     * seamlessly when {@code until} is the start of a local day (see {@link #dayStart}), its slots are taken, and the
     * plan's {@code nextTurn} is handed back.
     *
     * @param taken the organization's posts so far, left as they are
     * @param turn how many turns the platforms had before; 0 at the mission's start
     */
    public SlotPlan plan(Instant from, Instant until, Taken taken, int turn) {
        var horizon = new Span(from, until);
        var turns = new Turns(platforms, turn);
        var busy = taken.copy();
        var slots = new ArrayList<Slot>();
        LocalDay.of(horizon, zone)
                .filter(day -> days.include(day.date()))
                .forEach(day -> slots.addAll(planDay(day, horizon, turns, busy)));
        slots.sort(IN_ORDER);
        return new SlotPlan(slots, turns.next());
    }

    /** The start of the local day the moment is in: horizons that end there leave no day half planned. */
    public Instant dayStart(Instant at) {
        return at.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    private List<Slot> planDay(LocalDay day, Span horizon, Turns turns, Taken busy) {
        var slots = new ArrayList<Slot>();
        var open = day.span().and(horizon);
        times(day, open, busy)
                .forEach(time -> turns.take((platform, round) -> slot(platform, round, time, day, open, busy))
                        .ifPresent(slot -> {
                            busy.add(slot.platform(), slot.at());
                            slots.add(slot);
                        }));
        return slots;
    }

    /** The times of a day that the mission has not used yet, no more than its posts there leave. */
    private Stream<Instant> times(LocalDay day, Span open, Taken busy) {
        var left = Math.max(0, times.size() - busy.ownIn(day.span()));
        return times.stream()
                .map(day::at)
                .filter(time -> open.contains(time) && !busy.isOwn(time))
                .sorted()
                .limit(left);
    }

    private Optional<Slot> slot(Platform platform, int round, Instant time, LocalDay day, Span open, Taken busy) {
        return slotHours
                .slot(platform, round, day, open, at -> busy.isFree(platform, at))
                .or(() -> near(platform, time, day, open, busy).map(at -> Slot.in(zone, at, platform)));
    }

    private Optional<Instant> near(Platform platform, Instant time, LocalDay day, Span open, Taken busy) {
        var preferred = window.on(day).and(open);
        return keepsToWindow
                ? preferred.nearest(time).flatMap(inside -> busy.nearest(platform, inside, preferred))
                : busy.nearest(platform, time, preferred).or(() -> busy.nearest(platform, time, open));
    }
}
