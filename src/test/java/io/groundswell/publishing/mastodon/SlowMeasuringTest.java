package io.groundswell.publishing.mastodon;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.mission.Platform;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.MastodonServer;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that hangs while a post on it is measured. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SlowMeasuringTest {
    @Inject
    ContentFixture fixture;

    @Inject
    Rows rows;

    @Inject
    Clock clock;

    private MastodonServer server;

    @BeforeEach
    void open() {
        rows.clear();
        Api.setClock(Instant.parse("2030-01-15T12:00:00Z"));
        server = new MastodonServer(clock);
        server.open("brand");
    }

    @AfterEach
    void close() {
        server.goOn();
        Api.resetClock();
    }

    private String published(Owner owner, Platform platform) {
        var id = fixture.scheduled(owner, fixture.mission(owner), platform, clock.instant());
        fixture.drain("publisher");
        return id;
    }

    private long samples(String id) {
        return rows.count("select count(*) from snapshot where subject_id = '" + id + "'");
    }

    @Test
    void keeps_the_posts_of_no_other_organization_from_being_measured() {
        // Given
        var organization = Api.organization();
        as(organization.live())
                .body(Map.of("instance", server.address(), "access_token", "token-brand"))
                .post("/v1/connect/mastodon")
                .then()
                .statusCode(200);
        var slow = published(new Owner(organization.id(), Mode.LIVE), Platform.MASTODON);
        var other = published(new Owner(Api.organization().id(), Mode.TEST), Platform.TWITTER);
        Api.setClock(clock.instant().plus(Duration.ofHours(1)));
        server.hang("GET /api/v1/statuses/"
                + server.statuses("brand").get(0).path("id").asText());
        // When
        var measuring = fixture.begin("metrics");
        CompletableFuture.anyOf(measuring.toArray(CompletableFuture[]::new)).join();
        // Then
        assertThat(measuring).hasSize(2).filteredOn(CompletableFuture::isDone).hasSize(1);
        assertThat(samples(other)).isEqualTo(2);
        assertThat(samples(slow)).isEqualTo(1);
        server.goOn();
        measuring.forEach(CompletableFuture::join);
        assertThat(samples(slow)).isEqualTo(2);
    }
}
