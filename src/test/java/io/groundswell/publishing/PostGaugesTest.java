package io.groundswell.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.mission.Platform;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operators see how many posts should be out and are not. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PostGaugesTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");

    @Inject
    PostGauges gauges;

    @Inject
    ContentFixture fixture;

    @Inject
    MeterRegistry meters;

    @Inject
    Rows rows;

    private Owner owner;
    private String mission;

    @BeforeEach
    void open() {
        rows.clear();
        Api.setClock(NOW);
        owner = new Owner(Api.organization().id(), Mode.TEST);
        mission = fixture.mission(owner);
    }

    @AfterEach
    void restore() {
        rows.clear();
        Api.resetClock();
    }

    @Test
    void posts_are_late_from_the_moment_they_are_due() {
        // Given
        schedule(Duration.ofMinutes(1));
        schedule(Duration.ofMinutes(2));
        schedule(Duration.ofMinutes(10));
        // When
        assertTold(0, 0);
        Api.setClock(NOW.plus(Duration.ofMinutes(5)));
        // Then
        assertTold(2, 240);
    }

    @Test
    void what_a_paused_mission_has_is_not_late() {
        // Given
        schedule(Duration.ofMinutes(1));
        fixture.setMission(mission, "status = 'PAUSED'");
        // When
        Api.setClock(NOW.plus(Duration.ofMinutes(5)));
        // Then
        assertTold(0, 0);
    }

    @Test
    void what_a_suspended_organization_has_is_not_late() {
        // Given
        schedule(Duration.ofMinutes(1));
        rows.change("update organization set status = 'SUSPENDED'");
        // When
        Api.setClock(NOW.plus(Duration.ofMinutes(5)));
        // Then
        assertTold(0, 0);
    }

    private void schedule(Duration ahead) {
        fixture.scheduled(owner, mission, Platform.TWITTER, NOW.plus(ahead));
    }

    private void assertTold(int due, int seconds) {
        gauges.run(NOW);
        assertThat(meters.get("groundswell.posts.due").gauge().value()).isEqualTo(due);
        assertThat(meters.get("groundswell.posts.oldest.seconds").gauge().value())
                .isEqualTo(seconds);
    }
}
