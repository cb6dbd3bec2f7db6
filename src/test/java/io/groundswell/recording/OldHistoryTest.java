package io.groundswell.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import io.groundswell.metric.Sample;
import io.groundswell.metric.Subject;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class OldHistoryTest {
    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("America/St_Johns");
    /** What is older than this goes: 40 days, which no plan may have less of, and two more since days begin at different times. */
    private static final Instant EDGE = Instant.parse("2026-05-04T00:00:00Z");

    @Inject
    RecordingService recording;

    @Inject
    TrackedFixture things;

    @Inject
    TrackedFigures figures;

    @Inject
    ContentFixture fixture;

    @Inject
    Rows rows;

    private Owner owner;
    private Subject creator;
    private Subject video;
    private Subject other;

    @BeforeEach
    void open() {
        rows.clear();
        Api.setClock(NOW);
    }

    @AfterEach
    void reset() {
        rows.refuseNothing();
        Api.resetClock();
    }

    private void on(String plan, Map<String, Integer> limits) {
        owner = new Owner(Api.organization(plan, limits).id(), Mode.LIVE);
        rows.change("update organization set timezone = '%s' where id = '%s'".formatted(ZONE, owner.organizationId()));
        var program = things.program(owner);
        creator = things.creator(owner, program);
        video = things.video(owner, program, creator, "AUTO_TRACKED");
        other = things.video(owner, program, creator, "AUTO_TRACKED");
    }

    private static Sample sample(Subject thing, Duration before, Counter counter, long value) {
        return new Sample(thing, NOW.minus(before), new Counters(Map.of(counter, value)));
    }

    /** What history is once the part before the last snapshot before the edge is gone. That one tells all that it knew. */
    private static List<Sample> kept(List<Sample> samples) {
        var level = Counters.NONE;
        var kept = new ArrayList<Sample>();
        for (var sample : samples) {
            level = sample.counters().orElse(level);
            if (sample.at().isBefore(EDGE)) {
                kept.clear();
                kept.add(new Sample(sample.subject(), sample.at(), sample.reset(), level));
            } else {
                kept.add(sample);
            }
        }
        return kept;
    }

    /** Some in a hundred days, in order of time. */
    private static List<Sample> history(Random random, Subject thing, List<Counter> counters) {
        var samples = new ArrayList<Sample>();
        var at = NOW.minus(Duration.ofDays(100));
        while (at.isBefore(NOW)) {
            var values = new HashMap<Counter, Long>();
            values.put(counters.get(random.nextInt(counters.size())), (long) random.nextInt(1_000));
            values.put(counters.get(random.nextInt(counters.size())), (long) random.nextInt(1_000));
            samples.add(new Sample(thing, at, random.nextInt(10) == 0, new Counters(values)));
            at = at.plus(Duration.ofMinutes(1 + random.nextInt(6 * 24 * 60)));
        }
        return samples;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void what_is_left_is_what_plain_rules_make_of_what_is_kept(long seed) {
        // Given
        on("free", Map.of());
        var random = new Random(seed);
        var histories = new HashMap<Subject, List<Sample>>();
        for (var thing : List.of(video, other)) {
            histories.put(thing, history(random, thing, List.copyOf(Counter.ofVideos())));
        }
        histories.put(creator, history(random, creator, List.of(Counter.FOLLOWERS)));
        histories.values().forEach(samples -> recording.record(owner, samples));
        var before = figures.days(video);
        // When
        assertThat(fixture.round("old_history")).isEqualTo(3);
        // Then
        histories.forEach((thing, samples) -> figures.match(thing, kept(samples), ZONE));
        figures.addUp(creator, List.of(video, other));
        assertThat(rows.count("select count(*) from creator_day where day < '2026-05-04' and views_known = 0"
                        + " and likes_known = 0 and comments_known = 0 and shares_known = 0 and saves_known = 0"))
                .isZero();
        // Then no day that may be asked for has changed
        var oldest = LocalDate.parse("2026-05-06");
        var after = figures.days(video);
        before.keySet().removeIf(day -> day.isBefore(oldest));
        after.keySet().removeIf(day -> day.isBefore(oldest));
        assertThat(after).isEqualTo(before);
        // When it is done again on the same day, or on the next one
        assertThat(fixture.round("old_history")).isZero();
        Api.setClock(NOW.plus(Duration.ofHours(12)));
        assertThat(fixture.round("old_history")).isEqualTo(3);
    }

    @Test
    void a_thing_that_is_no_longer_measured_keeps_its_level() {
        // Given
        on("free", Map.of());
        var old = List.of(
                sample(video, Duration.ofDays(90), Counter.VIEWS, 10),
                sample(video, Duration.ofDays(80), Counter.VIEWS, 30));
        recording.record(owner, old);
        // When
        fixture.round("old_history");
        // Then
        figures.match(video, old.subList(1, 2), ZONE);
        assertThat(rows.count("select views from tracked where id = '%s'".formatted(video.id())))
                .isEqualTo(30);
        // When it is measured again, the gain is what it would have been
        var now = sample(video, Duration.ZERO, Counter.VIEWS, 70);
        recording.record(owner, List.of(now));
        figures.match(video, List.of(old.get(1), now), ZONE);
    }

    @Test
    void a_thing_that_fails_holds_up_none_behind_it_and_waits_until_tomorrow() {
        // Given
        on("free", Map.of());
        var old = new ArrayList<Sample>();
        for (var thing : List.of(video, other)) {
            old.add(sample(thing, Duration.ofDays(90), Counter.VIEWS, 10));
            old.add(sample(thing, Duration.ofDays(80), Counter.VIEWS, 30));
        }
        recording.record(owner, old);
        rows.refuse("delete on tracked_snapshot", "old.id = '%s'".formatted(video.id()));
        // When
        fixture.drain("old_history");
        // Then
        figures.match(video, old.subList(0, 2), ZONE);
        figures.match(other, old.subList(3, 4), ZONE);
        // When
        rows.refuseNothing();
        assertThat(fixture.round("old_history")).isZero();
        Api.setClock(NOW.plus(Duration.ofHours(12)));
        fixture.drain("old_history");
        // Then
        figures.match(video, old.subList(1, 2), ZONE);
    }

    @Test
    void plans_and_what_an_organization_was_granted_say_how_long() {
        for (var plan : Map.of("free", 2L, "pro", 3L, "enterprise", 4L).entrySet()) {
            on(plan.getKey(), Map.of());
            record();
            fixture.round("old_history");
            assertThat(snapshots()).isEqualTo(plan.getValue());
        }
        on("free", Map.of("stats_history_retention_days", -1));
        record();
        fixture.round("old_history");
        assertThat(snapshots()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 39, 40})
    void what_goals_and_payouts_look_at_is_kept_however_little_was_granted(int days) {
        on("free", Map.of("stats_history_retention_days", days));
        recording.record(
                owner,
                List.of(
                        new Sample(video, EDGE.minusSeconds(2), new Counters(Map.of(Counter.VIEWS, 1L))),
                        new Sample(video, EDGE.minusSeconds(1), new Counters(Map.of(Counter.VIEWS, 2L))),
                        new Sample(video, EDGE, new Counters(Map.of(Counter.VIEWS, 3L)))));
        fixture.round("old_history");
        assertThat(snapshots()).isEqualTo(2);
        Api.setClock(NOW.plus(Duration.ofDays(1)));
        fixture.round("old_history");
        assertThat(snapshots()).isOne();
    }

    private void record() {
        recording.record(
                owner,
                List.of(
                        sample(video, Duration.ofDays(800), Counter.VIEWS, 10),
                        sample(video, Duration.ofDays(700), Counter.VIEWS, 20),
                        sample(video, Duration.ofDays(60), Counter.VIEWS, 30),
                        sample(video, Duration.ofDays(20), Counter.VIEWS, 40)));
    }

    private long snapshots() {
        return rows.count("select count(*) from tracked_snapshot where id = '%s'".formatted(video.id()));
    }
}
