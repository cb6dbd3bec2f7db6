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
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class PublishRoundTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");

    @Inject
    ContentFixture fixture;

    @Inject
    SandboxFaults faults;

    @Inject
    Publishers publishers;

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
        return fixture.scheduled(
                owner, mission, Platform.TWITTER, clock.instant().minusSeconds(60));
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
    void only_what_is_due_is_published() {
        var due = due();
        var early = fixture.scheduled(
                owner, mission, Platform.TWITTER, clock.instant().plusSeconds(600));
        assertThat(fixture.round("publisher")).isEqualTo(1);
        assertThat(status(due)).isEqualTo(ContentStatus.PUBLISHED);
        assertThat(status(early)).isEqualTo(ContentStatus.SCHEDULED);
        after(Duration.ofMinutes(11));
        fixture.drain("publisher");
        assertThat(status(early)).isEqualTo(ContentStatus.PUBLISHED);
    }

    @Test
    void four_publishers_at_once_publish_each_item_once() throws Exception {
        // Given
        var ids = Stream.generate(this::due).limit(20).toList();
        // When
        var threads = Executors.newFixedThreadPool(4);
        var runs = threads.invokeAll(IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(run -> () -> fixture.round("publisher"))
                .toList());
        threads.shutdown();
        // Then
        var done = 0;
        for (var run : runs) {
            done += run.get();
        }
        assertThat(done).isEqualTo(20);
        assertThat(ids).allSatisfy(id -> {
            assertThat(status(id)).isEqualTo(ContentStatus.PUBLISHED);
            assertThat(posts(id)).isEqualTo(1);
            assertThat(fixture.get(owner, id).publication().attempts()).isEqualTo(1);
        });
        assertThat(fixture.count("outbox_event where type = 'content.published' and organization_id = '"
                        + organization.id() + "'"))
                .isEqualTo(20);
    }

    @Test
    void a_network_that_acted_but_did_not_answer_is_asked_instead_of_told_again() {
        // Given
        var id = due();
        faults.queue(Fault.TIMEOUT_AFTER_ACTING, 1);
        fixture.round("publisher");
        assertThat(status(id)).isEqualTo(ContentStatus.SCHEDULED);
        // A second post would fail, and for good.
        faults.queue(Fault.PERMANENT, 1);
        // When
        after(Duration.ofSeconds(31));
        fixture.round("publisher");
        // Then
        assertThat(status(id)).isEqualTo(ContentStatus.PUBLISHED);
        assertThat(posts(id)).isEqualTo(1);
    }

    @Test
    void a_crash_after_the_post_is_made_leads_to_no_second_post() {
        // Given: a publisher claimed the item, posted it, and was never heard of again.
        var id = due();
        var sandbox = publishers.of(owner, Platform.TWITTER).orElseThrow();
        var out = sandbox.publish(Edition.of(fixture.get(owner, id)).post());
        fixture.set(
                id,
                "publish_claim = 'lost', publish_tried = true, publish_attempts = 1, publish_due_at = '"
                        + clock.instant().plusSeconds(600) + "'");
        faults.queue(Fault.PERMANENT, 1);
        // When
        assertThat(fixture.round("publisher")).isZero();
        after(Duration.ofSeconds(601));
        fixture.round("publisher");
        // Then
        assertThat(status(id)).isEqualTo(ContentStatus.PUBLISHED);
        assertThat(fixture.get(owner, id).publication().platformPostId()).isEqualTo(out.postId());
        assertThat(posts(id)).isEqualTo(1);
    }

    @Test
    void a_crash_before_the_post_is_made_loses_nothing() {
        var id = due();
        fixture.set(
                id,
                "publish_claim = 'lost', publish_tried = true, publish_attempts = 1, publish_due_at = '"
                        + clock.instant().plusSeconds(600) + "'");
        after(Duration.ofSeconds(601));
        fixture.round("publisher");
        assertThat(status(id)).isEqualTo(ContentStatus.PUBLISHED);
        assertThat(posts(id)).isEqualTo(1);
    }

    @Test
    void an_item_in_a_publishers_hands_is_left_alone() {
        var id = due();
        fixture.set(
                id,
                "publish_claim = 'busy', publish_tried = true, publish_due_at = '"
                        + clock.instant().plusSeconds(600) + "'");
        var cancelled = as(organization.test()).delete("/v1/publish/" + id);
        assertThat(cancelled.statusCode()).isEqualTo(409);
        var published =
                as(organization.test()).body("{\"content_id\":\"" + id + "\"}").post("/v1/publish");
        assertThat(published.statusCode()).isEqualTo(409);
        assertThat(posts(id)).isZero();
    }

    @Test
    void an_item_is_tried_five_times_with_longer_and_longer_waits() {
        var id = due();
        faults.queue(Fault.PASSING, 5);
        var waits = new ArrayList<Long>();
        for (var attempt = 1; attempt < 5; attempt++) {
            assertThat(fixture.round("publisher")).isEqualTo(1);
            assertThat(status(id)).isEqualTo(ContentStatus.SCHEDULED);
            assertThat(fixture.round("publisher")).isZero();
            var wait = 30L << (attempt - 1);
            waits.add(wait);
            after(Duration.ofSeconds(wait - 2));
            assertThat(fixture.round("publisher")).isZero();
            after(Duration.ofSeconds(3));
        }
        fixture.round("publisher");
        assertThat(waits).containsExactly(30L, 60L, 120L, 240L);
        assertThat(status(id)).isEqualTo(ContentStatus.FAILED);
        assertThat(fixture.count("outbox_event where type = 'content.failed' and subject_id = '" + id + "'"))
                .isEqualTo(1);
        assertThat(posts(id)).isZero();
    }

    @Test
    void a_permanent_failure_ends_it() {
        var id = due();
        faults.queue(Fault.PERMANENT, 1);
        fixture.round("publisher");
        assertThat(status(id)).isEqualTo(ContentStatus.FAILED);
        assertThat(fixture.get(owner, id).publication().error()).isEqualTo("The sandbox does not take this post");
    }

    @Test
    void what_is_late_but_not_too_late_goes_out() {
        var id = fixture.scheduled(
                owner, mission, Platform.TWITTER, clock.instant().minus(Duration.ofHours(23)));
        fixture.round("publisher");
        assertThat(status(id)).isEqualTo(ContentStatus.PUBLISHED);
    }

    @Test
    void a_lost_claim_in_a_mission_that_was_paused_waits_for_it() {
        var id = due();
        fixture.set(id, "publish_claim = 'lost', publish_tried = true, publish_due_at = scheduled_for");
        fixture.setMission(mission, "status = 'PAUSED'");
        fixture.round("publisher");
        assertThat(status(id)).isEqualTo(ContentStatus.SCHEDULED);
        assertThat(fixture.get(owner, id).publication().claim()).isNull();
        assertThat(posts(id)).isZero();
    }

    @Test
    void a_last_try_that_acted_without_an_answer_is_found_out() {
        var id = due();
        fixture.set(id, "publish_attempts = 4, publish_tried = true");
        faults.queue(Fault.TIMEOUT_AFTER_ACTING, 1);
        fixture.round("publisher");
        assertThat(status(id)).isEqualTo(ContentStatus.PUBLISHED);
        assertThat(posts(id)).isEqualTo(1);
    }
}
