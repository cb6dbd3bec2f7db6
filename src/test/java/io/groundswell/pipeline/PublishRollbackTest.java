package io.groundswell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.content.ContentStatus;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a publish stage that failed takes back. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PublishRollbackTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");
    private static final Instant SLOT = NOW.plus(Duration.ofDays(1));

    @Inject
    ContentFixture fixture;

    @Inject
    PublishStage stage;

    @Inject
    Rows rows;

    private Owner owner;
    private String mission;
    private String item;

    @BeforeEach
    void open() {
        rows.clear();
        Api.setClock(NOW);
        owner = new Owner(Api.organization().id(), Mode.TEST);
        mission = fixture.mission(owner);
        item = fixture.scheduled(owner, mission, Platform.TWITTER, SLOT);
        fixture.set(item, "planned_for = scheduled_for");
    }

    @AfterEach
    void restore() {
        rows.clear();
        Api.resetClock();
    }

    private ContentStatus rolledBack() {
        var lease = new Lease("worker", "job_0000000000000000", mission, owner);
        QuarkusTransaction.requiringNew().run(() -> stage.rollback(lease, 1));
        return fixture.get(owner, item).status();
    }

    @Test
    void an_item_in_its_slot_is_taken_off_the_schedule() {
        assertThat(rolledBack()).isEqualTo(ContentStatus.APPROVED);
    }

    @Test
    void an_item_that_is_being_published_stays_with_its_publisher() {
        fixture.set(item, "publish_claim = 'publisher', publish_tried = true");
        assertThat(rolledBack()).isEqualTo(ContentStatus.SCHEDULED);
    }

    @Test
    void an_item_that_somebody_put_at_another_time_stays_there() {
        fixture.set(item, "planned_for = scheduled_for + interval '1 hour'");
        assertThat(rolledBack()).isEqualTo(ContentStatus.SCHEDULED);
    }
}
