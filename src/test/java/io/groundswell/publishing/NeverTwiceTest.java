package io.groundswell.publishing;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.content.ContentStatus;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.sandbox.SandboxFaults;
import io.groundswell.publishing.sandbox.SandboxFaults.Fault;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.TestDatabase;
import io.groundswell.work.Stopping;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the network's own book says after races, and after failures that leave the outcome open. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class NeverTwiceTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");

    @Inject
    ContentFixture fixture;

    @Inject
    SandboxFaults faults;

    @Inject
    Claims claims;

    @Inject
    Courier courier;

    @Inject
    PublishService publishing;

    @Inject
    Stopping stopping;

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
        faults.clear();
        Api.resetClock();
    }

    private String due() {
        return fixture.scheduled(owner, mission, Platform.TWITTER, NOW.minusSeconds(60));
    }

    private long told(String id) {
        return fixture.count("sandbox_post where told = 1 and reference like '" + id + ":%'")
                + 100 * fixture.count("sandbox_post where told > 1 and reference like '" + id + ":%'");
    }

    private int publish(String id) {
        return as(organization.test())
                .body(Map.of("content_id", id))
                .post("/v1/publish")
                .statusCode();
    }

    @Test
    void ten_calls_at_once_to_publish_an_item_make_one_post() throws Exception {
        var id = fixture.approved(owner, mission);
        var answers = Crowd.of(10, () -> publish(id));
        assertThat(answers).containsOnlyOnce(200);
        assertThat(Collections.frequency(answers, 409)).isEqualTo(9);
        assertThat(told(id)).isEqualTo(1);
        assertThat(fixture.count("outbox_event where type = 'content.published' and subject_id = '" + id + "'"))
                .isEqualTo(1);
    }

    @Test
    void calls_to_publish_and_publishers_at_once_make_one_post() throws Exception {
        var ids = Stream.generate(this::due).limit(20).toList();
        Crowd.of(6, () -> {
            ids.forEach(this::publish);
            return fixture.round("publisher");
        });
        assertThat(ids).allSatisfy(id -> {
            assertThat(fixture.get(owner, id).status()).isEqualTo(ContentStatus.PUBLISHED);
            assertThat(told(id)).isEqualTo(1);
        });
    }

    @Test
    void two_instances_that_race_for_what_is_due_call_the_network_once_an_item() throws Exception {
        // Given
        var ids = Stream.generate(this::due).limit(200).toList();
        // When
        var done = Crowd.of(2, () -> {
            var threads = Executors.newFixedThreadPool(8);
            try {
                return new PublishRound(claims, courier, threads, () -> 8, stopping).run(Instant.MAX);
            } finally {
                threads.shutdown();
            }
        });
        // Then
        assertThat(done.stream().mapToInt(Integer::intValue).sum()).isEqualTo(200);
        assertThat(ids).allSatisfy(id -> {
            assertThat(told(id)).isEqualTo(1);
            assertThat(fixture.get(owner, id).publication().attempts()).isEqualTo(1);
        });
    }

    @Test
    void a_network_that_cannot_be_asked_for_the_outcome_is_not_told_again() {
        // Given a post that is out, though nobody heard of it
        var id = due();
        faults.queue(Fault.TIMEOUT_AFTER_ACTING, 1);
        faults.queueForLookUps(Fault.PASSING, 3);
        for (var wait : new int[] {0, 31, 61, 121}) {
            Api.setClock(clock.instant().plusSeconds(wait));
            assertThat(fixture.round("publisher")).isEqualTo(1);
            assertThat(fixture.get(owner, id).status()).isEqualTo(ContentStatus.SCHEDULED);
            assertThat(told(id)).isEqualTo(1);
        }
        // When it can be asked again
        Api.setClock(clock.instant().plusSeconds(241));
        fixture.round("publisher");
        // Then
        assertThat(fixture.get(owner, id).status()).isEqualTo(ContentStatus.PUBLISHED);
        assertThat(told(id)).isEqualTo(1);
    }

    @Test
    void an_item_whose_outcome_stays_unknown_fails_and_says_so_and_is_looked_for_when_it_is_tried_again() {
        // Given
        var id = due();
        faults.queue(Fault.TIMEOUT_AFTER_ACTING, 1);
        faults.queueForLookUps(Fault.PASSING, 5);
        for (var wait : new int[] {0, 31, 61, 121, 241}) {
            Api.setClock(clock.instant().plusSeconds(wait));
            fixture.round("publisher");
        }
        assertThat(fixture.get(owner, id).status()).isEqualTo(ContentStatus.FAILED);
        assertThat(fixture.get(owner, id).publication().error()).contains("It may be out all the same");
        assertThat(fixture.count("outbox_event where type = 'content.failed' and subject_id = '" + id + "'"))
                .isEqualTo(1);
        // When
        assertThat(publish(id)).isEqualTo(200);
        // Then
        assertThat(told(id)).isEqualTo(1);
    }

    @Test
    void a_call_to_publish_that_cannot_learn_the_outcome_says_so() {
        var id = fixture.approved(owner, mission);
        faults.queue(Fault.TIMEOUT_AFTER_ACTING, 1);
        faults.queueForLookUps(Fault.PASSING, 4);
        assertThat(publish(id)).isEqualTo(503);
        assertThat(fixture.get(owner, id).publication().error()).contains("It may be out all the same");
        assertThat(publish(id)).isEqualTo(200);
        assertThat(told(id)).isEqualTo(1);
    }

    @Test
    void nothing_is_posted_under_a_claim_that_ends_before_the_call_does() {
        // Given a publisher that was suspended after it had claimed the item
        var id = due();
        var claim = claims.due(1).get(0);
        Api.setClock(NOW.plus(Claim.LEASE).minus(Duration.ofMinutes(1)));
        // When
        courier.bring(claim);
        // Then
        assertThat(told(id)).isZero();
        assertThat(fixture.get(owner, id).publication().error()).isEqualTo("There was no time left to post the item");
        Api.setClock(clock.instant().plusSeconds(31));
        fixture.round("publisher");
        assertThat(told(id)).isEqualTo(1);
    }

    @Test
    void a_publisher_that_wakes_up_after_another_took_over_changes_nothing() {
        var id = due();
        var slow = claims.due(1).get(0);
        Api.setClock(NOW.plus(Claim.LEASE).plusSeconds(1));
        fixture.round("publisher");
        courier.bring(slow);
        assertThat(told(id)).isEqualTo(1);
        assertThat(fixture.get(owner, id).status()).isEqualTo(ContentStatus.PUBLISHED);
    }

    @Test
    void an_item_scheduled_while_its_mission_was_completed_is_taken_off_the_schedule() {
        var id = due();
        fixture.setMission(mission, "status = 'COMPLETED'");
        fixture.round("publisher");
        assertThat(fixture.get(owner, id).status()).isEqualTo(ContentStatus.APPROVED);
        assertThat(fixture.get(owner, id).scheduling().isHeld()).isTrue();
        assertThat(told(id)).isZero();
    }
}
