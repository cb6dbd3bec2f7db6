package io.groundswell.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.content.ContentService;
import io.groundswell.metric.Counter;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.MetricFailure;
import io.groundswell.publishing.sandbox.MetricFaults;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class CollectorTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");

    @Inject
    ContentFixture fixture;

    @Inject
    ContentService contents;

    @Inject
    Collector collector;

    @Inject
    MetricFaults faults;

    @Inject
    ToldMetrics told;

    @Inject
    Rows rows;

    @Inject
    Clock clock;

    private Owner owner;
    private String mission;

    @BeforeEach
    void open() {
        Api.setClock(NOW);
        rows.clear();
        owner = new Owner(Api.organization().id(), Mode.TEST);
        mission = fixture.mission(owner);
    }

    @AfterEach
    void restore() {
        faults.clear();
        Api.resetClock();
    }

    private void after(Duration time) {
        Api.setClock(clock.instant().plus(time));
    }

    private String published() {
        var id = fixture.scheduled(
                owner, mission, Platform.TWITTER, clock.instant().minusSeconds(1));
        fixture.drain("publisher");
        return id;
    }

    private long samples(String id) {
        return rows.count("select count(*) from snapshot where subject_id = '" + id + "'");
    }

    private long impressions(String id) {
        return rows.count("select impressions from metric_subject where subject_id = '" + id + "'");
    }

    private boolean isWatched(String id) {
        return rows.count("select count(*) from post_watch where content_id = '" + id + "'") == 1;
    }

    @Test
    void a_post_begins_with_nothing_and_its_first_reading_counts_in_full() {
        // Given
        var id = published();
        assertThat(samples(id)).isEqualTo(1);
        assertThat(impressions(id)).isZero();
        assertThat(fixture.round("metrics")).isZero();
        // When
        after(Duration.ofHours(1));
        assertThat(fixture.round("metrics")).isEqualTo(1);
        // Then
        assertThat(samples(id)).isEqualTo(2);
        assertThat(impressions(id)).isPositive();
        assertThat(fixture.round("metrics")).isZero();
    }

    @Test
    void days_add_up_to_what_the_network_says() {
        var id = published();
        for (var hours = 0; hours < 56; hours++) {
            after(Duration.ofHours(1));
            fixture.round("metrics");
        }
        assertThat(rows.count("select count(*) from metric_day where subject_id = '" + id + "'"))
                .isEqualTo(3);
        assertThat(rows.count("select count(*) from metric_day where impressions > 0"))
                .isEqualTo(3);
        assertThat(rows.count("select sum(impressions) from metric_day"))
                .isEqualTo(impressions(id))
                .isEqualTo(rows.count("select max(impressions) from snapshot"));
        // 48 by the hour, then every six
        assertThat(samples(id)).isEqualTo(1 + 48 + 1);
    }

    @Test
    void what_a_caller_has_told_the_network_does_not_tell_any_more() {
        // Given
        var id = published();
        after(Duration.ofHours(1));
        fixture.round("metrics");
        var likes = rows.count("select likes from metric_subject where subject_id = '" + id + "'");
        // When
        after(Duration.ofMinutes(30));
        told.record(owner, id, null, Map.of(Counter.IMPRESSIONS, 100_000L));
        after(Duration.ofHours(1));
        fixture.round("metrics");
        told.record(owner, id, null, Map.of(Counter.IMPRESSIONS, 100_007L));
        after(Duration.ofHours(1));
        fixture.round("metrics");
        // Then
        assertThat(impressions(id)).isEqualTo(100_007L);
        assertThat(rows.count("select likes from metric_subject where subject_id = '" + id + "'"))
                .isGreaterThan(likes);
    }

    @Test
    void what_stands_now_is_told_on_an_instance_whose_clock_is_behind() {
        var id = published();
        Api.setClock(clock.instant().minusSeconds(20));

        told.record(owner, id, null, Map.of(Counter.IMPRESSIONS, 10L));

        assertThat(impressions(id)).isEqualTo(10);
    }

    @Test
    void after_ninety_days_nobody_asks_any_more() {
        var id = published();
        after(Duration.ofDays(89));
        fixture.round("metrics");
        assertThat(isWatched(id)).isTrue();
        after(Duration.ofDays(1));
        fixture.round("metrics");
        assertThat(isWatched(id)).isFalse();
        assertThat(samples(id)).isEqualTo(3);
    }

    @Test
    void a_paused_mission_is_left_alone_until_it_goes_on() {
        var id = published();
        fixture.setMission(mission, "status = 'PAUSED'");
        after(Duration.ofHours(2));
        fixture.drain("metrics");
        assertThat(samples(id)).isEqualTo(1);
        fixture.setMission(mission, "status = 'ACTIVE'");
        after(Duration.ofHours(1));
        fixture.drain("metrics");
        assertThat(samples(id)).isEqualTo(2);
    }

    @Test
    void an_archived_post_is_measured_no_more_and_keeps_its_figures() {
        var id = published();
        after(Duration.ofHours(1));
        fixture.round("metrics");
        contents.archive(owner, id);
        after(Duration.ofHours(1));
        fixture.round("metrics");
        assertThat(isWatched(id)).isFalse();
        assertThat(samples(id)).isEqualTo(2);
    }

    @Test
    void a_network_that_does_not_answer_is_asked_again_later_and_later() {
        var id = published();
        after(Duration.ofHours(1));
        faults.queue(MetricFailure.passing("Not now", null), 3);
        for (var wait : new int[] {5, 10, 20}) {
            assertThat(fixture.round("metrics")).isEqualTo(1);
            assertThat(fixture.round("metrics")).isZero();
            after(Duration.ofMinutes(wait).minusSeconds(2));
            assertThat(fixture.round("metrics")).isZero();
            after(Duration.ofSeconds(3));
        }
        assertThat(samples(id)).isEqualTo(1);
        assertThat(fixture.round("metrics")).isEqualTo(1);
        assertThat(samples(id)).isEqualTo(2);
        assertThat(rows.count("select failures from post_watch")).isZero();
    }

    @Test
    void a_post_that_the_network_does_not_have_is_given_up() {
        var id = published();
        after(Duration.ofHours(1));
        faults.queue(MetricFailure.permanent("There is no such post"), 1);
        fixture.round("metrics");
        assertThat(isWatched(id)).isFalse();
        assertThat(samples(id)).isEqualTo(1);
    }

    @Test
    void one_failure_is_no_reason_to_lose_the_others() {
        var ids = IntStream.range(0, 5).mapToObj(any -> published()).toList();
        after(Duration.ofHours(1));
        faults.queue(MetricFailure.passing("Not now", null), 1);
        fixture.round("metrics");
        assertThat(ids.stream().mapToLong(this::samples).sum()).isEqualTo(5 + 4);
    }

    @Test
    void four_collectors_at_once_measure_each_post_once() throws Exception {
        // Given
        var ids = IntStream.range(0, 30).mapToObj(any -> published()).toList();
        after(Duration.ofHours(1));
        // When
        var threads = Executors.newFixedThreadPool(4);
        var done = 0;
        for (var run : threads.invokeAll(Collections.<Callable<Integer>>nCopies(4, this::measureAll))) {
            done += run.get();
        }
        threads.shutdown();
        // Then
        assertThat(done).isEqualTo(30);
        assertThat(ids).allSatisfy(id -> assertThat(samples(id)).isEqualTo(2));
    }

    /** In fives, and in fewer where others claim the same ones at the same moment. */
    private int measureAll() {
        var done = 0;
        for (var claimed = collector.due(5); !claimed.isEmpty(); claimed = collector.due(5)) {
            done += collector.measure(claimed);
        }
        return done;
    }

    @Test
    void a_stage_measures_what_its_mission_had_due_when_it_began() {
        // Given two posts of the mission, one of them not due yet, and one of another mission
        var due = published();
        after(Duration.ofMinutes(30));
        var early = published();
        mission = fixture.mission(owner);
        var strangers = published();
        after(Duration.ofMinutes(45));
        var began = clock.instant();
        after(Duration.ofHours(1));
        // When
        var ours = fixture.get(owner, due).missionId();
        assertThat(collector.collect(ours, began, 10)).isEqualTo(1);
        assertThat(collector.collect(ours, began, 10)).isZero();
        // Then
        assertThat(samples(due)).isEqualTo(2);
        assertThat(samples(early)).isEqualTo(1);
        assertThat(samples(strangers)).isEqualTo(1);
    }

    @Test
    void a_claim_that_was_lost_is_due_again_when_its_lease_is_over() {
        var id = published();
        after(Duration.ofHours(1));
        rows.change("update post_watch set claim = 'lost', due_at = '"
                + clock.instant().plus(Watches.LEASE) + "'");
        assertThat(fixture.round("metrics")).isZero();
        after(Watches.LEASE.plusSeconds(1));
        assertThat(fixture.round("metrics")).isEqualTo(1);
        assertThat(samples(id)).isEqualTo(2);
    }

    @Test
    void a_mission_takes_its_measurements_along() {
        published();
        after(Duration.ofHours(1));
        fixture.round("metrics");
        rows.change("delete from mission where id = '" + mission + "'");
        for (var table : new String[] {"post_watch", "metric_subject", "metric_day", "snapshot"}) {
            assertThat(rows.count("select count(*) from " + table)).as(table).isZero();
        }
    }
}
