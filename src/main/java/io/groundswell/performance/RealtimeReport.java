package io.groundswell.performance;

import io.groundswell.database.Questions;
import io.groundswell.metric.Gains;
import io.groundswell.metric.Subject;
import io.groundswell.performance.RealtimeRows.Newest;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

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
    private final Gains gains;
    private final Periods periods;
    private final Questions questions;
    private final Clock clock;

    RealtimeReport(RealtimeRows rows, Gains gains, Periods periods, Questions questions, Clock clock) {
        this.rows = rows;
        this.gains = gains;
        this.periods = periods;
        this.questions = questions;
        this.clock = clock;
    }

    public Realtime of(Owner owner) {
        return questions.ask(() -> realtime(owner));
    }

    private Realtime realtime(Owner owner) {
        var now = clock.instant();
        var zone = periods.zone(owner);
        var usual = rows.usual(owner, now.minus(USUAL), now, zone);
        var active = rows.newest(owner, now.minus(ACTIVE), MOST_ACTIVE).stream()
                .map(post -> active(post, usual.getOrDefault(post.platform(), UsualPace.NONE), now))
                .toList();
        return new Realtime(now, lastDay(owner, now, zone), active, rows.next(owner, MOST_NEXT));
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

    private Slice lastDay(Owner owner, Instant now, ZoneId zone) {
        var from = now.minus(DAY);
        var figures = gains
                .since(owner, Subject.Kind.CONTENT, LocalDate.ofInstant(from, zone), now.plusMillis(1), zone)
                .orElseThrow(() -> Refusal.of(
                        PerformanceError.TOO_MANY_READINGS,
                        "There are more than %d readings of the last 24 hours; ask for the period 7d instead",
                        Gains.MOST))
                .stream()
                .filter(gain -> gain.at().isAfter(from))
                .map(gain -> Figures.of(gain.gained()))
                .reduce(Figures.NONE, Figures::plus);
        return new Slice(rows.publishedSince(owner, from), figures);
    }
}
