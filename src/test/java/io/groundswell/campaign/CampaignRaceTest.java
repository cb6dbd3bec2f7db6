package io.groundswell.campaign;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What many do to campaigns at the same moment. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class CampaignRaceTest {
    @Inject
    Rows rows;

    private Api.Organization organization;
    private String project;

    @BeforeEach
    void open() {
        organization = Api.organization(
                "pro",
                Map.of(
                        "creator_requests_per_minute", -1,
                        "max_api_requests_per_day", -1,
                        "max_campaigns_per_project", 20,
                        "max_campaign_items_per_campaign", 5));
        project = Tracking.project(organization, "Launch");
    }

    private Response create() {
        return as(organization.tga()).body(Map.of("name", "Summer")).post("/api/v1/projects/" + project + "/campaigns");
    }

    private List<String> campaigns(int count) {
        return IntStream.range(0, count)
                .mapToObj(any -> create().<String>path("data.id"))
                .toList();
    }

    private Response nest(String outer, String inner) {
        return as(organization.tga())
                .body(Map.of("item_type", "campaign", "item_id", inner))
                .post("/api/v1/campaigns/" + outer + "/items");
    }

    private static List<Integer> statuses(List<Response> answers) {
        return answers.stream().map(Response::statusCode).toList();
    }

    private long items() {
        return rows.count(
                "select count(*) from campaign_item where organization_id = '%s'".formatted(organization.id()));
    }

    @Test
    void of_two_campaigns_that_are_put_into_each_other_one_is_in_the_other() throws Exception {
        for (var time = 0; time < 10; time++) {
            var pair = campaigns(2);
            var turn = new AtomicInteger();

            var answers = Crowd.of(2, () -> {
                var at = turn.getAndIncrement();
                return nest(pair.get(at), pair.get(1 - at));
            });

            assertThat(statuses(answers)).containsExactlyInAnyOrder(201, 409);
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 409).allSatisfy(answer -> assertThat(
                            answer.<String>path("meta.code"))
                    .isEqualTo("circular_reference"));
            rows.change("delete from campaign where organization_id = '%s'".formatted(organization.id()));
        }
    }

    @Test
    void a_ring_of_many_stays_open_in_one_place() throws Exception {
        for (var time = 0; time < 5; time++) {
            var ring = campaigns(12);
            var turn = new AtomicInteger();

            var answers = Crowd.of(12, () -> {
                var at = turn.getAndIncrement();
                return nest(ring.get(at), ring.get((at + 1) % ring.size()));
            });

            assertThat(statuses(answers)).containsOnly(201, 409).containsOnlyOnce(409);
            assertThat(items()).isEqualTo(11);
            rows.change("delete from campaign where organization_id = '%s'".formatted(organization.id()));
        }
    }

    @Test
    void the_last_place_for_a_campaign_is_given_once() throws Exception {
        campaigns(18);

        var answers = Crowd.of(8, this::create);

        assertThat(statuses(answers)).containsOnly(201, 402);
        assertThat(rows.count("select count(*) from campaign where program_id = '%s'".formatted(project)))
                .isEqualTo(20);
        assertThat(rows.count(
                        "select count(*) from annotation where kind = 'CAMPAIGN_CREATED' and organization_id = '%s'"
                                .formatted(organization.id())))
                .isEqualTo(20);
    }

    @Test
    void the_last_place_in_a_campaign_is_given_once() throws Exception {
        var all = campaigns(12);
        var turn = new AtomicInteger();

        var answers = Crowd.of(11, () -> nest(all.get(0), all.get(turn.incrementAndGet())));

        assertThat(statuses(answers)).containsOnly(201, 402);
        assertThat(items()).isEqualTo(5);
    }

    @Test
    void a_thing_is_put_into_a_campaign_once() throws Exception {
        var pair = campaigns(2);

        var answers = Crowd.of(6, () -> nest(pair.get(0), pair.get(1)));

        assertThat(statuses(answers)).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(items()).isEqualTo(1);
    }

    /** Whoever comes too late finds no campaign, or no project; nothing is left behind, and nobody waits in a circle. */
    @Test
    void what_goes_meanwhile_leaves_nothing() throws Exception {
        for (var time = 0; time < 6; time++) {
            var all = campaigns(4);
            var turn = new AtomicInteger();

            var answers = Crowd.of(6, () -> switch (turn.getAndIncrement()) {
                case 0 -> as(organization.tga()).delete("/api/v1/campaigns/" + all.get(1));
                case 1 -> as(organization.tga()).delete("/api/v1/projects/" + project);
                case 2 -> nest(all.get(0), all.get(1));
                case 3 -> nest(all.get(1), all.get(2));
                case 4 -> nest(all.get(2), all.get(3));
                default -> create();
            });

            assertThat(statuses(answers)).isSubsetOf(200, 201, 404).contains(200);
            assertThat(items()).isZero();
            assertThat(rows.count("select count(*) from annotation where organization_id = '%s'"
                            .formatted(organization.id())))
                    .isZero();
            open();
        }
    }
}
