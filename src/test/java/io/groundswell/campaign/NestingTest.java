package io.groundswell.campaign;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Campaigns in campaigns in campaigns: however deep, and however many ways lead from one to another. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class NestingTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Rows rows;

    private Api.Organization organization;
    private String project;

    @BeforeEach
    void open() {
        organization = Api.organization();
        project = Tracking.project(organization, "Launch");
    }

    /** The id of a campaign by its number. */
    private String id(int number) {
        return rows.texts("select md5('%s' || %d)::uuid::text".formatted(project, number))
                .get(0);
    }

    private void campaigns(int count) {
        rows.change(
                ("insert into campaign (id, organization_id, mode, program_id, name, metadata, created_at, updated_at)"
                                + " select md5('%1$s' || n)::uuid, '%2$s', 'LIVE', '%1$s', 'c' || n, '{}', now(), now()"
                                + " from generate_series(1, %3$d) n")
                        .formatted(project, organization.id(), count));
    }

    /** @param pairs two numbers, outer and inner */
    private void nested(String pairs) {
        rows.change(("insert into campaign_item (campaign_id, nested_id, organization_id, mode, added_at)"
                        + " select md5('%1$s' || o)::uuid, md5('%1$s' || i)::uuid, '%2$s', 'LIVE', now() from (%3$s) p (o, i)")
                .formatted(project, organization.id(), pairs));
        // As after some time of use.
        rows.change("analyze campaign_item");
    }

    private Response nest(int outer, int inner) {
        return as(organization.tga())
                .body(Map.of("item_type", "campaign", "item_id", id(inner)))
                .post("/api/v1/campaigns/" + id(outer) + "/items");
    }

    private static <T> T soon(Callable<T> call) throws Exception {
        var start = System.nanoTime();
        var answer = call.call();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        return answer;
    }

    @Test
    void a_circle_through_five_thousand_is_found() throws Exception {
        campaigns(5_001);
        nested("select n, n + 1 from generate_series(1, 4999) n");

        assertThat(soon(() -> nest(5_000, 1)).<String>path("meta.code")).isEqualTo("circular_reference");
        assertThat(soon(() -> nest(5_000, 5_001)).statusCode()).isEqualTo(201);
        assertThat(soon(() -> nest(5_001, 1)).<String>path("meta.code")).isEqualTo("circular_reference");
        assertThat(soon(() -> nest(1, 5_001)).statusCode()).isEqualTo(201);
    }

    /** Two layers of diamonds have four ways, ten layers a thousand, and sixty more than could ever be walked. */
    @Test
    void what_is_reached_in_very_many_ways_is_looked_at_once() throws Exception {
        campaigns(401);
        // Layers of four, each of which holds all four of the next.
        nested(
                "select 4 * l + a, 4 * (l + 1) + b from generate_series(0, 98) l, generate_series(1, 4) a, generate_series(1, 4) b");

        assertThat(soon(() -> nest(400, 1)).<String>path("meta.code")).isEqualTo("circular_reference");
        assertThat(soon(() -> nest(400, 401)).statusCode()).isEqualTo(201);
        assertThat(soon(() -> nest(401, 2)).<String>path("meta.code")).isEqualTo("circular_reference");
    }
}
