package io.groundswell.publishing;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.content.ContentStatus;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.MetricoolServer;
import io.groundswell.testing.MetricoolServer.Fault;
import io.groundswell.testing.Reaper;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.work.Stopping;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers that are killed at every step while they take a post back from Metricool's planner. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class KilledWithdrawalTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");
    private static final int ITEMS = 3;
    private static final Logger NOISE = Logger.getLogger("io.groundswell.publishing");

    @Inject
    ContentFixture fixture;

    @Inject
    Rows rows;

    @Inject
    Claims claims;

    @Inject
    Courier courier;

    @Inject
    Reaper reaper;

    @Inject
    Stopping stopping;

    @Inject
    Clock clock;

    private final MetricoolServer metricool = MetricoolServer.current();
    private Api.Organization organization;
    private Owner owner;
    private List<String> items;

    /** Items whose posts are in the planner and stay there: some are killed early, some late. */
    @BeforeEach
    void open() {
        rows.clear();
        metricool.clear();
        Api.setClock(NOW);
        NOISE.setLevel(Level.OFF);
        organization = Api.organization();
        owner = new Owner(organization.id(), Mode.LIVE);
        as(organization.live())
                .body(Map.of("token", "mc-token-of-brand", "blog_id", "4711"))
                .post("/v1/connect/metricool")
                .then()
                .statusCode(200);
        var mission = fixture.mission(owner);
        items = Stream.generate(() -> fixture.scheduled(owner, mission, Platform.TWITTER, NOW.minusSeconds(1)))
                .limit(ITEMS)
                .toList();
        items.forEach(id -> metricool.next(Fault.STAYS));
        fixture.round("publisher");
        assertThat(metricool.planner()).hasSize(ITEMS);
    }

    @AfterEach
    void restore() {
        NOISE.setLevel(null);
        metricool.clear();
        Api.resetClock();
        rows.clear();
    }

    private void after(Duration time) {
        Api.setClock(clock.instant().plus(time));
    }

    private void cancel() {
        items.forEach(
                id -> as(organization.live()).delete("/v1/publish/" + id).then().statusCode(200));
    }

    private void assertAll(ContentStatus status) {
        assertThat(items)
                .allSatisfy(id -> assertThat(fixture.get(owner, id).status()).isEqualTo(status));
        assertThat(metricool.taken()).isEqualTo(ITEMS);
    }

    private void assertTakenBack(ContentStatus status) {
        assertAll(status);
        assertThat(metricool.planner()).isEmpty();
        assertThat(rows.count("select count(*) from metricool_post")).isZero();
    }

    @Test
    void items_that_are_given_up_leave_no_post_behind_however_often_their_publisher_is_killed() {
        // Given
        items.forEach(id -> fixture.set(id, "publish_attempts = 4"));
        reaper.killEvery(3, 1);
        // When
        do {
            after(Claim.LEASE.plusSeconds(1));
            // One by one: what a thread does after another one's death is no moment that can be told.
            Reaper.lives(threads -> new PublishRound(claims, courier, threads, () -> 1, stopping).run(Instant.MAX));
        } while (fixture.count("content where status = 'SCHEDULED'") > 0);
        // Then
        assertTakenBack(ContentStatus.FAILED);
        assertThat(reaper.kills())
                .containsKeys(
                        "before the withdrawal",
                        "before the commit of MetricoolBook",
                        "after the commit of MetricoolBook",
                        "after the withdrawal",
                        "before the commit of Settlement");
    }

    @Test
    void items_that_are_cancelled_leave_no_post_behind_however_often_the_round_is_killed() {
        // Given
        cancel();
        reaper.killEvery(3, 2);
        // When
        do {
            after(Duration.ofMinutes(1));
            Reaper.lives(threads -> fixture.round("metricool_withdrawals"));
        } while (rows.count("select count(*) from metricool_post") > 0);
        // Then
        assertTakenBack(ContentStatus.APPROVED);
        assertThat(reaper.kills())
                .containsKeys("before the commit of MetricoolBook", "after the commit of MetricoolBook");
    }

    @Test
    void posts_that_turn_out_to_be_out_are_told_however_often_the_round_is_killed() {
        // Given
        cancel();
        metricool.planner().forEach(post -> metricool.release(post.get("id").asText()));
        reaper.killEvery(3, 2);
        // When
        do {
            after(Duration.ofMinutes(10));
            Reaper.lives(threads -> fixture.round("metricool_withdrawals"));
        } while (rows.count("select count(*) from metricool_post where not is_out") > 0);
        // Then
        assertAll(ContentStatus.PUBLISHED);
        assertThat(fixture.count("outbox_event where type = 'content.published'"))
                .isEqualTo(ITEMS);
        assertThat(reaper.kills()).containsKeys("before the commit of FoundPosts", "after the commit of FoundPosts");
    }
}
