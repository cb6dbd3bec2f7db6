package io.groundswell.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.content.ContentStatus;
import io.groundswell.mission.Platform;
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
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What came due while an organization was suspended does not go out all at once when it is active again. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SuspensionsTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(22));

    @Inject
    ContentFixture fixture;

    @Inject
    Rows rows;

    private Owner owner;
    private String mission;
    private List<String> missed;

    @BeforeEach
    void open() {
        rows.clear();
        Api.setClock(NOW);
        owner = new Owner(Api.organization().id(), Mode.TEST);
        mission = fixture.mission(owner);
        missed = some(mission, Platform.TWITTER);
    }

    @AfterEach
    void restore() {
        rows.refuseNothing();
        rows.clear();
        Api.resetClock();
    }

    private List<String> some(String ofMission, Platform platform) {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(hour -> fixture.scheduled(owner, ofMission, platform, NOW.plusSeconds(hour * 3600)))
                .toList();
    }

    private void become(String status) {
        Api.operator()
                .body("{\"status\":\"" + status + "\"}")
                .patch("/internal/organizations/" + owner.organizationId())
                .then()
                .statusCode(200);
    }

    private void rest(boolean serverRan) {
        become("suspended");
        Api.setClock(LATER);
        if (serverRan) {
            fixture.drain("suspensions");
        }
        become("active");
    }

    private List<Instant> times(List<String> items) {
        return items.stream()
                .map(id -> fixture.get(owner, id).scheduling().scheduled().at())
                .toList();
    }

    private long scheduledEvents() {
        return rows.count("select count(*) from outbox_event where type = 'content.scheduled'");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void it_gets_new_slots_in_order(boolean serverRan) {
        // Given
        var ahead = fixture.scheduled(owner, mission, Platform.LINKEDIN, LATER.plus(Duration.ofDays(3)));
        // When
        rest(serverRan);
        // Then
        assertThat(fixture.round("publisher")).isZero();
        fixture.drain("suspensions");
        assertThat(fixture.round("publisher")).isZero();
        var times = times(missed);
        assertThat(times).allSatisfy(at -> assertThat(at).isAfter(LATER));
        assertThat(times).isSorted().doesNotHaveDuplicates();
        assertThat(Duration.between(times.get(0), times.get(1))).isGreaterThanOrEqualTo(Taken.GAP);
        assertThat(times(List.of(ahead))).containsExactly(LATER.plus(Duration.ofDays(3)));
        Api.setClock(times.get(0));
        assertThat(fixture.round("publisher")).isOne();
    }

    @Test
    void each_mission_goes_on_by_itself_and_a_round_that_broke_off_is_taken_up() {
        // Given
        var other = fixture.mission(owner);
        var ofOther = some(other, Platform.LINKEDIN);
        rest(true);
        // When one of them fails, as one does whose server is killed
        rows.refuse("update on content", "new.mission_id = '" + mission + "'");
        fixture.round("suspensions");
        // Then
        assertThat(times(ofOther)).allSatisfy(at -> assertThat(at).isAfter(LATER));
        assertThat(times(missed)).allSatisfy(at -> assertThat(at).isBefore(LATER));
        assertThat(fixture.round("publisher")).isZero();
        rows.refuseNothing();
        fixture.round("suspensions");
        assertThat(times(missed)).allSatisfy(at -> assertThat(at).isAfter(LATER));
    }

    @Test
    void several_instances_give_it_new_slots_once() throws Exception {
        rest(true);
        var before = scheduledEvents();
        Callable<Integer> round = () -> fixture.round("suspensions");
        var threads = Executors.newFixedThreadPool(4);
        for (var run : threads.invokeAll(List.of(round, round, round, round))) {
            run.get();
        }
        threads.shutdown();
        assertThat(scheduledEvents() - before).isEqualTo(missed.size());
    }

    @Test
    void nothing_is_late_for_an_organization_that_was_active_all_along() {
        Api.setClock(LATER);
        become("active");
        fixture.drain("suspensions");
        fixture.drain("publisher");
        assertThat(missed)
                .allSatisfy(id -> assertThat(fixture.get(owner, id).status()).isEqualTo(ContentStatus.PUBLISHED));
    }

    @Test
    void it_waits_for_its_mission_and_is_held_back_when_that_has_no_room() {
        // Given
        rest(true);
        fixture.setMission(mission, "status = 'PAUSED'");
        fixture.drain("suspensions");
        assertThat(times(missed)).allSatisfy(at -> assertThat(at).isBefore(LATER));
        // When
        fixture.setMission(mission, "status = 'ACTIVE', ends_at = '" + LATER + "'");
        fixture.drain("suspensions");
        // Then
        assertThat(missed).allSatisfy(id -> {
            assertThat(fixture.get(owner, id).status()).isEqualTo(ContentStatus.APPROVED);
            assertThat(fixture.get(owner, id).scheduling().isHeld()).isTrue();
        });
    }
}
