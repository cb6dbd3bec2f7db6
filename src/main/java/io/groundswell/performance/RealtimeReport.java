package io.groundswell.performance;

import io.groundswell.database.Questions;
import io.groundswell.mission.Platform;
import io.groundswell.performance.RealtimeRows.Newest;
import io.groundswell.publishing.ScheduleService;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers how an organization stands right now. */
@ApplicationScoped
public class RealtimeReport {
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration ACTIVE = Duration.ofHours(48);
    private static final Duration USUAL = Duration.ofDays(30);
    private static final int MOST_ACTIVE = 20;
    private static final int MOST_NEXT = 10;
    /** A post of a minute ago has no pace yet: it counts as one of this age. */
    private static final Duration YOUNGEST = Duration.ofHours(1);

    private final RealtimeRows rows;
    private final ScheduleService schedule;
    private final Periods periods;
    private final Questions questions;
    private final Clock clock;

    RealtimeReport(RealtimeRows rows, ScheduleService schedule, Periods periods, Questions questions, Clock clock) {
        this.rows = rows;
        this.schedule = schedule;
        this.periods = periods;
        this.questions = questions;
        this.clock = clock;
    }

    public Realtime of(Owner owner) {
        return questions.ask(owner, () -> realtime(owner));
    }

    private Realtime realtime(Owner owner) {
        var now = clock.instant();
        var newest = rows.newest(owner, now.minus(ACTIVE), MOST_ACTIVE);
        var usual = usual(owner, newest, now);
        var active = newest.stream()
                .map(post -> active(post, usual.getOrDefault(post.platform(), UsualPace.NONE), now))
                .toList();
        return new Realtime(now, lastDay(owner, now), active, schedule.upcoming(owner, MOST_NEXT));
    }

    private Map<Platform, UsualPace> usual(Owner owner, List<Newest> newest, Instant now) {
        var platforms = newest.stream().map(Newest::platform).collect(Collectors.toSet());
        return platforms.isEmpty()
                ? Map.of()
                : rows.usual(owner, platforms, now.minus(USUAL), now, periods.zone(owner));
    }

    private static Realtime.ActivePost active(Newest post, UsualPace usual, Instant now) {
        var age = Duration.between(post.publishedAt(), now);
        var hours = (age.compareTo(YOUNGEST) < 0 ? YOUNGEST : age).toSeconds() / 3_600.0;
        var figures = post.figures();
        var velocity = Velocity.of(figures.impressions() / hours, usual.impressionsPerHour());
        return new Realtime.ActivePost(
                post.contentId(),
                post.platform(),
                post.publishedAt(),
                figures,
                velocity,
                velocity == Velocity.HIGH && figures.engagementRate() > usual.engagementRate());
    }

    private Slice lastDay(Owner owner, Instant now) {
        var from = now.minus(DAY);
        return new Slice(rows.publishedSince(owner, from), rows.gained(owner, from, now));
    }
}
