package io.groundswell.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.content.ContentStatus;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Reaper;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.work.Stopping;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Publishers that are killed over and over, at every step, while they bring out very many items. What a process that is
 * really killed leaves behind, connections and all, is proved by {@code KilledServerIT}, for one item.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class KilledPublisherTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");
    private static final int ITEMS = 10_000;
    private static final int STEPS_OF_A_LIFE = 499;
    private static final int PUBLISHERS = 2;
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

    private Owner owner;

    @BeforeEach
    void open() {
        Api.setClock(NOW);
        rows.clear();
        // Thousands of lost couriers are the point of it.
        NOISE.setLevel(Level.OFF);
        owner = new Owner(Api.organization().id(), Mode.TEST);
    }

    @AfterEach
    void restore() {
        NOISE.setLevel(null);
        Api.resetClock();
        rows.clear();
    }

    @Test
    void ten_thousand_items_go_out_once_each_however_often_publishers_are_killed() throws Exception {
        // Given
        var first = fixture.scheduled(owner, fixture.mission(owner), Platform.TWITTER, NOW);
        rows.change("""
                insert into content
                select made.*
                from content c, generate_series(2, %d) n,
                     jsonb_populate_record(c, jsonb_build_object('id', c.id || n, 'slot', c.slot + n)) made
                where c.id = '%s'""".formatted(ITEMS, first));
        reaper.killEvery(STEPS_OF_A_LIFE);
        // When
        do {
            Crowd.of(PUBLISHERS, this::publishUntilNothingIsDue);
            Api.setClock(clock.instant().plus(Claim.LEASE).plusSeconds(1));
        } while (fixture.count("content where status = 'SCHEDULED'") > 0);
        // Then
        assertThat(fixture.count("content where status = 'PUBLISHED'")).isEqualTo(ITEMS);
        assertThat(fixture.count("sandbox_post")).isEqualTo(ITEMS);
        assertThat(fixture.count("sandbox_post where told > 1")).isZero();
        assertThat(fixture.count("outbox_event where type = 'content.published'"))
                .isEqualTo(ITEMS);
        assertThat(fixture.get(owner, first).status()).isEqualTo(ContentStatus.PUBLISHED);
        assertThat(reaper.kills())
                .containsOnlyKeys(
                        "before the commit of Claims",
                        "after the commit of Claims",
                        "before the look-up",
                        "after the look-up",
                        "before the commit of MissionService",
                        "after the commit of MissionService",
                        "before the post",
                        "before the commit of SandboxPublisher",
                        "after the commit of SandboxPublisher",
                        "after the post",
                        "before the commit of Settlement",
                        "after the commit of Settlement");
    }

    /** Until there is nothing left that nobody claims. */
    private int publishUntilNothingIsDue() {
        return Reaper.lives(threads -> new PublishRound(claims, courier, threads, () -> 4, stopping).run(Instant.MAX));
    }
}
