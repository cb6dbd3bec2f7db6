package io.groundswell.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import io.groundswell.metric.Histories;
import io.groundswell.metric.Sample;
import io.groundswell.metric.Subject;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first snapshot after a pause only sets a level, whatever is told how often and in which order. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PausesTest {
    private static final Instant BEFORE = Instant.parse("2026-11-21T06:00:00Z");
    private static final Instant FIRST = Instant.parse("2026-11-24T06:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-11-25T06:00:00Z");

    @Inject
    RecordingService recording;

    @Inject
    TrackedFixture things;

    @Inject
    TrackedFigures figures;

    @Inject
    Rows rows;

    private Owner owner;
    private UUID program;
    private Subject video;

    @BeforeEach
    void open() {
        rows.clear();
        owner = new Owner(Api.organization().id(), Mode.LIVE);
        program = things.program(owner);
        video = things.video(owner, program, null, "INCLUDED");
    }

    private Sample views(Instant at, long views) {
        return new Sample(video, at, new Counters(Map.of(Counter.VIEWS, views)));
    }

    private void record(Sample... samples) {
        recording.record(owner, List.of(samples));
    }

    private void pause() {
        things.change(video, "reset_pending = true");
    }

    /** What was gained on the days of these instants. */
    private List<Long> gained(Instant... instants) {
        var days = figures.days(video);
        return Stream.of(instants)
                .map(at -> days.get(at.atZone(ZoneOffset.UTC).toLocalDate())
                        .gained()
                        .get(Counter.VIEWS))
                .toList();
    }

    @Test
    void one_that_is_told_again_or_corrected_stays_a_reset() {
        record(views(BEFORE, 150));
        pause();
        record(views(FIRST, 8_000));
        record(views(FIRST, 8_000));
        assertThat(gained(FIRST)).containsExactly(0L);
        record(views(FIRST, 8_100));
        record(views(SECOND, 8_150));
        assertThat(gained(FIRST, SECOND)).containsExactly(0L, 50L);
    }

    @Test
    void one_that_comes_late_takes_the_place_of_the_first() {
        record(views(BEFORE, 150));
        pause();
        record(views(SECOND, 9_000));
        assertThat(gained(SECOND)).containsExactly(0L);
        record(views(FIRST, 8_000));
        assertThat(gained(FIRST, SECOND)).containsExactly(0L, 1_000L);
        record(views(BEFORE.minusSeconds(3_600), 140));
        assertThat(gained(FIRST, SECOND)).containsExactly(0L, 1_000L);
    }

    @Test
    void a_file_that_corrects_a_baseline_leaves_it_one() {
        record(views(BEFORE, 150));
        pause();
        recording.fill(owner, program, List.of(views(SECOND, 9_000)));
        recording.fill(owner, program, List.of(views(SECOND, 9_100)));
        assertThat(gained(SECOND)).containsExactly(0L);
        recording.fill(owner, program, List.of(views(FIRST, 8_000), views(SECOND, 9_200)));
        assertThat(gained(FIRST, SECOND)).containsExactly(0L, 1_200L);

        var told = new Sample(video, SECOND, true, new Counters(Map.of(Counter.VIEWS, 9_300L)));
        recording.fill(owner, program, List.of(told));
        recording.fill(owner, program, List.of(views(SECOND, 9_400)));
        assertThat(gained(FIRST, SECOND)).containsExactly(0L, 0L);
    }

    @Test
    void what_was_told_as_a_baseline_stays_one_when_another_is_the_first() {
        var told = new Sample(video, SECOND, true, new Counters(Map.of(Counter.VIEWS, 9_000L)));
        record(views(BEFORE, 150));
        pause();
        record(told);
        recording.fill(owner, program, List.of(views(SECOND, 9_100)));
        record(views(FIRST, 8_000));
        assertThat(gained(FIRST, SECOND)).containsExactly(0L, 0L);
    }

    @Test
    void a_file_may_say_of_the_first_that_it_is_a_baseline_anyway() {
        var told = new Sample(video, SECOND, true, new Counters(Map.of(Counter.VIEWS, 9_000L)));
        record(views(BEFORE, 150));
        pause();
        record(views(SECOND, 9_000));
        recording.fill(owner, program, List.of(told));
        record(views(FIRST, 8_000));
        assertThat(gained(FIRST, SECOND)).containsExactly(0L, 0L);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_pause_before_anything_was_known_changes_nothing(boolean inOrder) {
        pause();
        record(views(inOrder ? FIRST : SECOND, inOrder ? 100 : 300));
        record(views(inOrder ? SECOND : FIRST, inOrder ? 300 : 100));
        assertThat(gained(FIRST, SECOND)).containsExactly(0L, 200L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void days_are_those_of_the_snapshots_in_order_with_the_first_after_each_pause_as_a_reset(long seed) {
        // Given snapshots in three parts of time, with a pause between each two
        var random = new Random(seed);
        var all = new ArrayList<Sample>();
        while (all.size() < 20) {
            all.addAll(Histories.arriving(random, video, List.copyOf(Counter.ofVideos())));
        }
        var instants = all.stream().map(Sample::at).distinct().sorted().toList();
        var written = new ArrayList<Sample>();
        var firsts = new HashSet<Instant>();
        var late = new ArrayList<Sample>();
        for (var part = 0; part < 3; part++) {
            var from = instants.get(part * instants.size() / 3);
            var last = instants.get((part + 1) * instants.size() / 3 - 1);
            var of = new ArrayList<>(all.stream()
                    .filter(sample ->
                            !sample.at().isBefore(from) && !sample.at().isAfter(last))
                    .toList());
            if (part > 0) {
                pause();
                firsts.add(from);
            }
            // When they arrive in any order, some of them after the next pause, and some again
            var now = new ArrayList<>(of.stream()
                    .filter(sample -> sample.at().equals(from) || sample.at().equals(last) || random.nextBoolean())
                    .toList());
            of.removeAll(now);
            late.addAll(of);
            now.addAll(late.subList(0, late.size() / 2));
            late.subList(0, late.size() / 2).clear();
            Collections.shuffle(now, random);
            write(now, random, written);
        }
        write(late, random, written);
        // Then
        figures.match(video, marked(written, firsts), ZoneOffset.UTC);
    }

    private void write(List<Sample> samples, Random random, List<Sample> written) {
        for (var sample : samples) {
            for (var times = random.nextInt(3); times >= 0; times--) {
                recording.record(owner, List.of(sample));
                written.add(sample);
            }
        }
    }

    private static List<Sample> marked(List<Sample> written, Set<Instant> firsts) {
        return written.stream()
                .map(sample -> firsts.contains(sample.at())
                        ? new Sample(sample.subject(), sample.at(), true, sample.counters())
                        : sample)
                .toList();
    }
}
