package io.groundswell.creator;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class CreatorRaceTest {
    private static final String KNOWN = "select count(*) from creator where organization_id = :organization";

    @Inject
    Rows rows;

    @Test
    void the_last_places_for_creators_are_given_once() throws Exception {
        var tracking = Tracking.begin(Map.of("max_creators_per_org", 5));
        var other = new Tracking(tracking.organization(), Tracking.project(tracking.organization(), "Other"));
        var number = new AtomicInteger();

        var answers = Crowd.of(10, () -> {
            var one = number.incrementAndGet();
            var pair = List.of(Map.of("tiktok_handle", "a" + one), Map.of("tiktok_handle", "b" + one));
            var project = one % 2 == 0 ? tracking.project() : other.project();
            return tracking.post("projects/" + project + "/creators", Map.of("creators", pair));
        });

        assertThat(statuses(answers)).containsOnly(201, 402);
        assertThat(statuses(answers)).filteredOn(status -> status == 201).hasSize(2);
        assertThat(tracking.count(rows, KNOWN)).isEqualTo(4);
    }

    @Test
    void of_many_who_add_a_handle_one_does() throws Exception {
        var tracking = Tracking.begin(Map.of());
        var number = new AtomicInteger();

        var answers = Crowd.of(8, () -> tracking.addCreator(number.incrementAndGet() % 2 == 0 ? "Only" : "onlY"));

        assertThat(statuses(answers)).containsOnly(201, 409).containsOnlyOnce(201);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 409).allSatisfy(answer -> assertThat(
                        answer.<String>path("meta.code"))
                .isEqualTo("duplicate"));
        assertThat(tracking.count(rows, KNOWN)).isEqualTo(1);
    }

    @Test
    void a_creator_comes_back_once() throws Exception {
        var tracking = Tracking.begin(Map.of());
        var id = tracking.creator("gone");
        tracking.delete("creators/" + id);

        var answers = Crowd.of(6, () -> tracking.addCreator("gone"));

        assertThat(statuses(answers)).containsOnly(200, 409).containsOnlyOnce(200);
        assertThat(tracking.count(rows, KNOWN)).isEqualTo(1);
        assertThat(tracking.get("creators/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void of_many_who_want_a_handle_one_gets_it() throws Exception {
        var tracking = Tracking.begin(Map.of());
        var number = new AtomicInteger();
        var ids = List.of(tracking.creator("a"), tracking.creator("b"), tracking.creator("c"), tracking.creator("d"));

        var answers = Crowd.of(5, () -> {
            var one = number.getAndIncrement();
            return one == 4
                    ? tracking.addCreator("wanted")
                    : tracking.patch("creators/" + ids.get(one), Map.of("tiktok_handle", "Wanted"));
        });

        assertThat(statuses(answers)).filteredOn(status -> status < 300).hasSize(1);
        assertThat(statuses(answers)).filteredOn(status -> status == 409).hasSize(4);
        assertThat(tracking.count(rows, KNOWN + " and lower(handle) = 'wanted'"))
                .isEqualTo(1);
    }

    @Test
    void nobody_waits_in_a_circle_for_creators_that_others_hold() throws Exception {
        var tracking = Tracking.begin(Map.of());
        var number = new AtomicInteger();
        var ids = List.of(tracking.creator("a"), tracking.creator("b"), tracking.creator("c"));
        var backwards = List.of(ids.get(2), ids.get(1), ids.get(0));
        rows.change("update creator set disabled_at = now() where organization_id = '%s'"
                .formatted(tracking.organization().id()));

        var answers = Crowd.of(
                8,
                () -> tracking.post(
                        "projects/" + tracking.project() + "/creators/bulk-reenable",
                        Map.of("ids", number.incrementAndGet() % 2 == 0 ? ids : backwards)));

        assertThat(statuses(answers)).containsOnly(200);
        assertThat(
                        tracking.count(
                                rows,
                                "select count(*) from audit_entry where organization_id = :organization and action = 'creator.enabled'"))
                .isEqualTo(3);
    }

    private static List<Integer> statuses(List<Response> answers) {
        return answers.stream().map(Response::statusCode).toList();
    }
}
