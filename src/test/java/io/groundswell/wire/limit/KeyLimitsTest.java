package io.groundswell.wire.limit;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class KeyLimitsTest {
    private static final Instant NOON = Instant.parse("2031-05-06T12:00:30Z");

    @Inject
    Rows rows;

    @Inject
    OldWindows old;

    @AfterEach
    void present() {
        Api.resetClock();
    }

    @Test
    void a_key_makes_so_many_requests_in_any_60_seconds_whatever_the_clock_shows() {
        var organization = Api.organization("pro", Map.of("creator_requests_per_minute", 3));
        Api.setClock(NOON);
        assertThat(ask(organization.tga()).statusCode()).isEqualTo(200);
        Api.setClock(NOON.plusSeconds(40));
        assertThat(ask(organization.tga()).header("X-RateLimit-Remaining")).isEqualTo("1");
        assertThat(ask(organization.tga()).statusCode()).isEqualTo(200);

        var refused = ask(organization.tga());

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.<String>path("meta.code")).isEqualTo("rate_limit_exceeded");
        assertThat(refused.<Integer>path("meta.retryAfter")).isBetween(15, 21);
        assertThat(refused.header("Retry-After"))
                .isEqualTo(refused.path("meta.retryAfter").toString());
        assertThat(refused.header("X-RateLimit-Limit")).isEqualTo("3");
        // The first of them counts no more, the other two still do.
        Api.setClock(NOON.plusSeconds(62));
        assertThat(ask(organization.tga()).statusCode()).isEqualTo(200);
        assertThat(ask(organization.tga()).statusCode()).isEqualTo(429);
    }

    @Test
    void what_is_refused_counts_towards_nothing() {
        var organization =
                Api.organization("pro", Map.of("creator_requests_per_minute", 1, "max_api_requests_per_day", 2));
        Api.setClock(NOON);
        assertThat(ask(organization.tga()).statusCode()).isEqualTo(200);
        for (var times = 0; times < 5; times++) {
            assertThat(ask(organization.tga()).statusCode()).isEqualTo(429);
        }
        Api.setClock(NOON.plusSeconds(62));
        assertThat(ask(organization.tga()).statusCode()).isEqualTo(200);
        Api.setClock(NOON.plusSeconds(124));

        var refused = ask(organization.tga());

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.<Integer>path("meta.retryAfter")).isBetween(42_000, 43_200);
        Api.setClock(Instant.parse("2031-05-07T00:00:00Z"));
        assertThat(ask(organization.tga()).statusCode()).isEqualTo(200);
    }

    @Test
    void every_key_has_a_window_of_its_own_and_all_share_the_day() {
        var organization =
                Api.organization("pro", Map.of("creator_requests_per_minute", 2, "max_api_requests_per_day", 3));
        Api.setClock(NOON);
        var other = as(organization.tga())
                .body(Map.of("name", "Other"))
                .post("/api/v1/api-keys")
                .<String>path("data.key");

        assertThat(ask(organization.tga()).statusCode()).isEqualTo(200);
        assertThat(ask(organization.tga()).statusCode()).isEqualTo(429);
        assertThat(ask(other).statusCode()).isEqualTo(200);
        assertThat(ask(other).<Integer>path("meta.retryAfter")).isGreaterThan(60);
    }

    @Test
    void requests_at_once_are_counted_one_by_one() throws Exception {
        var organization = Api.organization("pro", Map.of("creator_requests_per_minute", 5));
        Api.setClock(NOON);

        var statuses = Crowd.of(12, () -> ask(organization.tga()).statusCode());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(5);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(7);
    }

    @Test
    void windows_of_keys_are_forgotten_soon() {
        var organization = Api.organization("pro", Map.of());
        Api.setClock(NOON);
        ask(organization.tga());
        assertThat(windows(organization)).isEqualTo(1);

        Api.setClock(NOON.plusSeconds(400));
        old.run(NOON);

        assertThat(windows(organization)).isZero();
    }

    private long windows(Api.Organization organization) {
        return rows.count("""
                select count(*) from rate_window w join api_key k on w.subject = 'key:' || k.id
                where k.organization_id = '%s'""".formatted(organization.id()));
    }

    private static Response ask(String key) {
        return as(key).get("/api/v1/projects");
    }
}
