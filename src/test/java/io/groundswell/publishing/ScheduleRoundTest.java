package io.groundswell.publishing;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.content.ContentStatus;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.sandbox.SandboxFaults;
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
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ScheduleRoundTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");

    @Inject
    ContentFixture fixture;

    @Inject
    SandboxFaults faults;

    @Inject
    Rows rows;

    @Inject
    Clock clock;

    private Api.Organization organization;
    private Owner owner;
    private String mission;

    @BeforeEach
    void open() {
        Api.setClock(NOW);
        fixture.drain("publisher");
        organization = Api.organization();
        owner = new Owner(organization.id(), Mode.TEST);
        mission = fixture.mission(owner);
    }

    @AfterEach
    void restore() {
        rows.refuseNothing();
        faults.clear();
        Api.resetClock();
    }

    private void after(Duration time) {
        Api.setClock(clock.instant().plus(time));
    }

    private ContentStatus status(String id) {
        return fixture.get(owner, id).status();
    }

    private long posts(String id) {
        return fixture.count("sandbox_post where reference like '" + id + ":%'");
    }

    @Test
    void what_is_more_than_a_day_late_gets_another_slot() {
        var id = fixture.scheduled(
                owner, mission, Platform.TWITTER, clock.instant().minus(Duration.ofHours(25)));
        fixture.round("publisher");
        assertThat(status(id)).isEqualTo(ContentStatus.SCHEDULED);
        assertThat(fixture.get(owner, id).scheduling().scheduled().at()).isAfter(clock.instant());
        assertThat(posts(id)).isZero();
    }

    @Test
    void what_a_long_outage_made_late_is_spread_over_free_slots_and_none_of_it_is_posted_at_once() {
        // Given three items of three days ago, and one of this morning
        var longAgo = clock.instant().minus(Duration.ofHours(72));
        var late = IntStream.range(0, 3)
                .mapToObj(at -> fixture.scheduled(owner, mission, Platform.TWITTER, longAgo.plusSeconds(at * 3600)))
                .toList();
        var recent = fixture.scheduled(
                owner, mission, Platform.TWITTER, clock.instant().minusSeconds(3600));
        // When
        fixture.drain("publisher");
        // Then
        assertThat(status(recent)).isEqualTo(ContentStatus.PUBLISHED);
        assertThat(late).allSatisfy(id -> {
            assertThat(status(id)).isEqualTo(ContentStatus.SCHEDULED);
            assertThat(posts(id)).isZero();
        });
        assertThat(late.stream().map(this::at).map(Instant::toString))
                .containsExactly("2030-01-16T09:00:00Z", "2030-01-17T09:00:00Z", "2030-01-18T09:00:00Z");
    }

    @Test
    void a_paused_mission_publishes_nothing_and_goes_on_slot_by_slot() {
        // Given
        var inAnHour = clock.instant().plusSeconds(3600);
        var ids = IntStream.range(0, 3)
                .mapToObj(at -> fixture.scheduled(owner, mission, Platform.TWITTER, inAnHour.plusSeconds(at * 3600)))
                .toList();
        pause();
        after(Duration.ofHours(22));
        fixture.drain("publisher");
        assertThat(ids).allSatisfy(id -> assertThat(status(id)).isEqualTo(ContentStatus.SCHEDULED));
        // When
        var resumed = as(organization.test()).post("/v1/missions/" + mission + "/resume");
        // Then
        assertThat(resumed.statusCode()).isEqualTo(200);
        assertThat(fixture.round("publisher")).isZero();
        var times = ids.stream()
                .map(id -> fixture.get(owner, id).scheduling().scheduled().at())
                .toList();
        assertThat(times).allSatisfy(at -> assertThat(at).isAfter(clock.instant()));
        assertThat(times).isSorted().doesNotHaveDuplicates();
        assertThat(Duration.between(times.get(0), times.get(1))).isGreaterThanOrEqualTo(Taken.GAP);
    }

    @Test
    void publishers_need_not_look_through_what_waits_for_a_paused_mission() {
        // Given
        var id = fixture.scheduled(
                owner, mission, Platform.TWITTER, clock.instant().plusSeconds(600));
        pause();
        assertThat(fixture.count("content where publish_due_at is not null and id = '" + id + "'"))
                .isZero();
        // When it goes on in time
        as(organization.test())
                .post("/v1/missions/" + mission + "/resume")
                .then()
                .statusCode(200);
        // Then
        fixture.drain("publisher");
        assertThat(status(id)).isEqualTo(ContentStatus.SCHEDULED);
        after(Duration.ofSeconds(601));
        fixture.drain("publisher");
        assertThat(status(id)).isEqualTo(ContentStatus.PUBLISHED);
    }

    private void pause() {
        assertThat(as(organization.test())
                        .post("/v1/missions/" + mission + "/pause")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_completed_mission_keeps_its_items_to_itself() {
        var id = fixture.scheduled(
                owner, mission, Platform.TWITTER, clock.instant().plusSeconds(600));
        var completed = as(organization.test()).post("/v1/missions/" + mission + "/complete");
        assertThat(completed.statusCode()).isEqualTo(200);
        assertThat(status(id)).isEqualTo(ContentStatus.APPROVED);
        assertThat(fixture.get(owner, id).scheduling().isHeld()).isTrue();
    }

    @Test
    void what_a_completed_mission_has_approved_is_held_back_and_not_looked_at_again() {
        var slot = Instant.parse("2030-01-20T09:00:00Z");
        var before = fixture.approved(owner, mission, Platform.TWITTER, slot);
        var behind = fixture.draft(owner, mission, Platform.LINKEDIN, slot, 0.5);
        fixture.setMission(mission, "status = 'COMPLETED', completed_at = '" + NOW + "'");
        fixture.decide(owner, behind);
        fixture.drain("scheduler");
        assertThat(Stream.of(before, behind)).allSatisfy(id -> {
            assertThat(status(id)).isEqualTo(ContentStatus.APPROVED);
            assertThat(fixture.get(owner, id).scheduling().isHeld()).isTrue();
        });
    }

    @Test
    void a_mission_ends_when_what_was_due_before_is_out() {
        // Given one item just before the end, and one that someone wanted after it
        var end = clock.instant().plusSeconds(600);
        fixture.setMission(mission, "ends_at = '" + end + "'");
        var last = fixture.scheduled(owner, mission, Platform.TWITTER, end.minusSeconds(1));
        var after = fixture.scheduled(owner, mission, Platform.LINKEDIN, end.plusSeconds(600));
        // And nothing of other tests that is due with it, and would take the fault
        after(Duration.ofSeconds(598));
        fixture.drain("publisher");
        assertThat(status(last)).isEqualTo(ContentStatus.SCHEDULED);
        after(Duration.ofSeconds(3));
        // When missions are ended before anything is published, and after the first try failed
        fixture.drain("mission_end");
        assertThat(status(last)).isEqualTo(ContentStatus.SCHEDULED);
        faults.queue(SandboxFaults.Fault.PASSING, 1);
        fixture.drain("publisher");
        fixture.drain("mission_end");
        assertThat(status(last)).isEqualTo(ContentStatus.SCHEDULED);
        after(Duration.ofSeconds(60));
        fixture.drain("publisher");
        assertThat(status(last)).isEqualTo(ContentStatus.PUBLISHED);
        fixture.drain("mission_end");
        // Then
        assertThat(missionStatus()).isEqualTo("completed");
        assertThat(posts(last)).isEqualTo(1);
        assertThat(status(after)).isEqualTo(ContentStatus.APPROVED);
    }

    @Test
    void a_mission_does_not_wait_for_posts_that_are_a_day_late() {
        var end = clock.instant().plusSeconds(600);
        fixture.setMission(mission, "ends_at = '" + end + "'");
        var last = fixture.scheduled(owner, mission, Platform.TWITTER, end.minusSeconds(1));
        after(Duration.ofHours(24).plusSeconds(601));
        fixture.drain("mission_end");
        assertThat(missionStatus()).isEqualTo("completed");
        assertThat(status(last)).isEqualTo(ContentStatus.APPROVED);
    }

    private String missionStatus() {
        return as(organization.test()).get("/v1/missions/" + mission).path("status");
    }

    @Test
    void approved_items_are_scheduled_for_their_planned_slots() {
        var slot = Instant.parse("2030-01-20T09:00:00Z");
        var id = fixture.approved(owner, mission, Platform.TWITTER, slot);
        fixture.drain("scheduler");
        assertThat(fixture.get(owner, id).scheduling().scheduled().at()).isEqualTo(slot);
        assertThat(fixture.count("outbox_event where type = 'content.scheduled' and subject_id = '" + id + "'"))
                .isEqualTo(1);
    }

    @Test
    void an_item_that_cannot_be_scheduled_holds_up_none_behind_it() {
        var broken = fixture.approved(owner, mission, Platform.TWITTER, Instant.parse("2030-01-20T09:00:00Z"));
        var next = fixture.approved(owner, mission, Platform.TWITTER, Instant.parse("2030-01-21T09:00:00Z"));
        rows.refuse("update on content", "new.id = '%s' and new.status = 'SCHEDULED'".formatted(broken));
        fixture.drain("scheduler");
        assertThat(status(broken)).isEqualTo(ContentStatus.APPROVED);
        assertThat(status(next)).isEqualTo(ContentStatus.SCHEDULED);
        rows.refuseNothing();
        fixture.drain("scheduler");
        assertThat(status(broken)).isEqualTo(ContentStatus.SCHEDULED);
    }

    @Test
    void a_slot_that_is_past_or_taken_gives_way_to_the_next_free_one() {
        var slot = Instant.parse("2030-01-20T09:00:00Z");
        fixture.scheduled(owner, mission, Platform.TWITTER, slot.plusSeconds(600));
        var crowded = fixture.approved(owner, mission, Platform.TWITTER, slot);
        var elsewhere = fixture.approved(owner, mission, Platform.LINKEDIN, slot);
        var past = fixture.approved(
                owner, mission, Platform.TWITTER, clock.instant().minusSeconds(60));
        fixture.drain("scheduler");
        assertThat(at(crowded)).isAfterOrEqualTo(slot.plusSeconds(600).plus(Taken.GAP));
        assertThat(at(elsewhere)).isEqualTo(slot);
        assertThat(at(past)).isAfter(clock.instant());
    }

    @Test
    void late_items_leave_planned_slots_to_those_that_are_still_reviewed() {
        var past = fixture.approved(
                owner, mission, Platform.TWITTER, clock.instant().minusSeconds(60));
        fixture.draft(owner, mission, Platform.LINKEDIN, Instant.parse("2030-01-16T09:00:00Z"), 0.5);
        fixture.drain("scheduler");
        assertThat(at(past)).isEqualTo(Instant.parse("2030-01-17T09:00:00Z"));
    }

    @Test
    void late_items_keep_their_order_when_every_day_is_full() {
        // Given three days left, and seven items that were approved late
        fixture.setMission(mission, "ends_at = '2030-01-18T00:00:00Z'");
        var ids = IntStream.range(0, 7)
                .mapToObj(at -> fixture.approved(
                        owner,
                        mission,
                        at % 2 == 0 ? Platform.TWITTER : Platform.LINKEDIN,
                        clock.instant().minusSeconds(3600 - at)))
                .toList();
        // When
        fixture.drain("scheduler");
        // Then
        assertThat(ids.stream().map(this::at)).isSorted().doesNotHaveDuplicates();
        assertThat(ids.stream().map(this::at).map(at -> at.toString().substring(0, 10)))
                .contains("2030-01-15", "2030-01-16", "2030-01-17");
    }

    private Instant at(String id) {
        return fixture.get(owner, id).scheduling().scheduled().at();
    }

    @Test
    void two_items_never_find_the_same_slot() throws Exception {
        var past = clock.instant().minusSeconds(60);
        var ids = Stream.generate(() -> fixture.approved(owner, mission, Platform.TWITTER, past))
                .limit(8)
                .toList();
        var threads = Executors.newFixedThreadPool(4);
        for (var run : threads.invokeAll(List.<Callable<Integer>>of(
                () -> fixture.round("scheduler"),
                () -> fixture.round("scheduler"),
                () -> fixture.round("scheduler"),
                () -> fixture.round("scheduler")))) {
            run.get();
        }
        threads.shutdown();
        var times = ids.stream().map(this::at).sorted().toList();
        for (var index = 1; index < times.size(); index++) {
            assertThat(Duration.between(times.get(index - 1), times.get(index))).isGreaterThanOrEqualTo(Taken.GAP);
        }
    }

    @Test
    void an_item_without_room_before_its_missions_end_is_held_back() {
        fixture.setMission(mission, "ends_at = '" + clock.instant().plusSeconds(2) + "'");
        var id = fixture.approved(
                owner, mission, Platform.TWITTER, clock.instant().minusSeconds(60));
        fixture.drain("scheduler");
        assertThat(status(id)).isEqualTo(ContentStatus.APPROVED);
        assertThat(fixture.get(owner, id).scheduling().isHeld()).isTrue();
    }
}
