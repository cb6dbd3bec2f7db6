package io.groundswell.pipeline;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.mission.Platform;
import io.groundswell.publishing.ConnectedAccounts;
import io.groundswell.publishing.Provider;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.Missions;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts that come and go while a mission runs. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ConnectedPlatformsTest {
    private static final Instant START = Instant.parse("2027-03-01T00:00:00Z");

    @Inject
    ConnectedAccounts accounts;

    @Inject
    Rows rows;

    private Api.Organization organization;
    private Caller live;
    private String mission;

    /** A mission for two networks, of which one is connected, and in which nothing goes out. */
    @BeforeEach
    void begin() {
        rows.clear();
        Api.setClock(START);
        found();
        mission = start("post", "mastodon", "bluesky");
        Api.work();
    }

    private void found() {
        organization = Api.organization();
        live = new Caller(
                new Owner(organization.id(), Mode.LIVE),
                "usr_1",
                Caller.Credential.API_KEY,
                "key_1",
                null,
                Set.of("admin"),
                -1,
                -1,
                -1);
        connect(Provider.MASTODON, Platform.MASTODON);
    }

    @AfterEach
    void end() {
        Api.resetClock();
    }

    private void connect(Provider provider, Platform platform) {
        accounts.connect(
                live, provider, new ConnectedAccounts.Connection("@brand", Map.of(platform, "@brand"), Map.of(), "t"));
    }

    private String start(String type, String... platforms) {
        return as(organization.live())
                .body(Map.of(
                        "name",
                        "Spring launch",
                        "objectives",
                        List.of("Show developers how simple self-hosting can be"),
                        "platforms",
                        List.of(platforms),
                        "duration_days",
                        21,
                        "start_immediately",
                        true,
                        "constraints",
                        Map.of("require_approval", true, "content_types", List.of(type))))
                .post("/v1/missions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private List<String> nextCycle() {
        Api.setClock(START.plus(Duration.ofDays(5)).plusSeconds(1));
        Api.work();
        Missions.status(organization.live(), mission)
                .body("pipeline.cycle", equalTo(2))
                .body("pipeline.progress_percent", equalTo(100));
        return platforms(2);
    }

    private List<String> platforms(int cycle) {
        return rows.texts("select distinct platform from calendar_slot where cycle = " + cycle + " order by 1");
    }

    @Test
    void a_platform_that_is_connected_later_gets_posts_from_the_next_cycle_on() {
        // Given
        assertThat(platforms(1)).containsExactly("MASTODON");
        // When
        connect(Provider.BLUESKY, Platform.BLUESKY);
        // Then
        assertThat(nextCycle()).containsExactly("BLUESKY", "MASTODON");
    }

    @Test
    void a_platform_that_is_disconnected_gets_none_any_more() {
        // When
        connect(Provider.BLUESKY, Platform.BLUESKY);
        accounts.disconnect(live, Provider.MASTODON);
        // Then
        assertThat(nextCycle()).containsExactly("BLUESKY");
    }

    @Test
    void while_those_connected_take_nothing_of_it_those_that_the_mission_began_with_get_posts() {
        // Given one of threads, which an image network does not take
        rows.clear();
        found();
        mission = start("thread", "mastodon", "instagram");
        Api.work();
        // When
        connect(Provider.METRICOOL, Platform.INSTAGRAM);
        accounts.disconnect(live, Provider.MASTODON);
        // Then
        assertThat(nextCycle()).containsExactly("MASTODON");
    }

    @Test
    void while_none_is_connected_those_that_the_mission_began_with_get_posts() {
        // When
        accounts.disconnect(live, Provider.MASTODON);
        // Then
        assertThat(nextCycle()).containsExactly("MASTODON");
    }
}
