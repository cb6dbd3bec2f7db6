package io.groundswell.payout;

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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What creators come to be owed as days pass, and what many do to it at the same moment. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PayoutTest {
    private static final Map<String, Object> WEEKLY =
            Map.of("kind", "recurring", "period", "weekly", "amount_cents", 1000);
    private static final Map<String, Object> CPM =
            Map.of("kind", "cpm", "period", "daily", "cpm_cents", 250, "minimum_cents", 10, "cap_cents", 5000);

    @Inject
    Rows rows;

    @Inject
    AccrualRound round;

    @Inject
    Clock clock;

    private Tracking tracking;
    private String creator;

    /** A Tuesday. */
    @BeforeEach
    void begin() {
        Api.setClock(Instant.parse("2031-07-01T10:00:00Z"));
        tracking = Tracking.begin(Map.of("max_api_requests_per_day", -1));
        creator = tracking.creator("ada.bakes");
    }

    @AfterEach
    void resetClock() {
        Api.resetClock();
    }

    private String structure(Map<String, Object> rule) {
        var made = tracking.post(
                "projects/" + tracking.project() + "/payout-structures", Map.of("name", "Fee", "rule", rule));
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return made.path("data.id");
    }

    private Response assign(String structure, String startsOn) {
        return tracking.post(
                "payout-structures/" + structure + "/assignments",
                Map.of("creator_id", creator, "starts_on", startsOn));
    }

    private void passUntil(String moment) {
        Api.setClock(Instant.parse(moment));
        round.run(clock.instant().plusSeconds(60));
    }

    private List<Integer> cents() {
        return tracking.get("payout-accruals").path("data.calculated_cents");
    }

    private List<String> starts() {
        return tracking.get("payout-accruals").path("data.period_start");
    }

    private String video(long number) {
        return tracking.addVideo(
                        Map.of("url", Tracking.address(number), "creator_id", creator, "tracking_status", "included"))
                .path("data.id");
    }

    private void record(String video, String at, long views) {
        var answer = tracking.post(
                "videos/" + video + "/snapshots", Map.of("snapshots", List.of(Map.of("at", at, "views", views))));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void an_edit_holds_from_the_next_day_on_and_no_cent_is_lost() {
        var structure = structure(WEEKLY);
        assign(structure, "2031-07-01");
        passUntil("2031-07-03T12:00:00Z");
        tracking.patch("payout-structures/" + structure, Map.of("rule", WEEKLY, "name", "Same"));
        var edited = tracking.patch(
                "payout-structures/" + structure,
                Map.of("rule", Map.of("kind", "recurring", "period", "weekly", "amount_cents", 2000)));

        assertThat(edited.<Integer>path("data.version")).isEqualTo(2);
        assertThat(edited.<String>path("data.effective_from")).isEqualTo("2031-07-04");
        passUntil("2031-07-14T12:00:00Z");

        // Tuesday to Thursday at 1000 a week, Friday to Sunday at 2000, a whole week at 2000.
        assertThat(starts()).containsExactlyInAnyOrder("2031-07-01", "2031-07-04", "2031-07-07");
        assertThat(cents()).containsExactlyInAnyOrder(1000 * 4 / 7 - 1000 / 7, 2000 - 2000 * 4 / 7, 2000);
    }

    @Test
    void views_are_paid_by_the_thousand_and_late_snapshots_count_while_it_is_pending() {
        assign(structure(CPM), "2031-07-01");
        var video = video(1);
        record(video, "2031-07-01T08:00:00Z", 100);
        record(video, "2031-07-01T09:00:00Z", 4_101);
        passUntil("2031-07-02T01:00:00Z");
        assertThat(cents()).containsExactly(1000);

        record(video, "2031-07-01T09:30:00Z", 6_100);
        passUntil("2031-07-02T02:30:00Z");
        assertThat(cents()).containsExactly(1500);

        String accrual = tracking.get("payout-accruals").path("data[0].id");
        tracking.patch("payout-accruals/" + accrual, Map.of("status", "approved"));
        record(video, "2031-07-01T09:40:00Z", 9_100);
        passUntil("2031-07-02T04:30:00Z");

        assertThat(cents()).containsExactly(1500);
        assertThat(rows.count("select count(*) from payout_accrual where creator_id = '%s'".formatted(creator)))
                .isEqualTo(1);
    }

    @Test
    void a_video_that_passes_so_many_views_is_paid_once() {
        var structure = structure(Map.of("kind", "view_threshold", "threshold_views", 1000, "amount_cents", 700));
        var begun = video(1);
        record(begun, "2031-07-01T08:00:00Z", 5_000);
        var passing = video(2);
        record(passing, "2031-07-01T08:00:00Z", 10);
        assign(structure, "2031-07-01");
        Api.setClock(Instant.parse("2031-07-02T10:00:00Z"));
        record(passing, "2031-07-02T09:00:00Z", 1_200);
        record(begun, "2031-07-02T09:00:00Z", 6_000);

        passUntil("2031-07-03T10:00:00Z");
        passUntil("2031-07-04T10:00:00Z");

        assertThat(cents()).containsExactly(700);
        assertThat(starts()).containsExactly("2031-07-02");
        assertThat(tracking.get("payout-accruals").<String>path("data[0].video_id"))
                .isEqualTo(passing);
    }

    @Test
    void goals_are_looked_at_two_days_after_their_period() {
        assign(
                structure(Map.of(
                        "kind", "goals",
                        "period", "daily",
                        "amount_cents", 300,
                        "goal_type", "views",
                        "goal_target", 50)),
                "2031-07-01");
        var video = video(1);
        record(video, "2031-07-01T08:00:00Z", 100);
        record(video, "2031-07-01T09:00:00Z", 150);

        passUntil("2031-07-03T23:59:00Z");
        assertThat(cents()).isEmpty();
        passUntil("2031-07-05T01:00:00Z");

        assertThat(cents()).containsExactlyInAnyOrder(300, 0);
    }

    @Test
    void however_many_rounds_run_at_once_each_part_is_owed_once() throws Exception {
        var structure = structure(Map.of("kind", "recurring", "period", "daily", "amount_cents", 100));
        assign(structure, "2031-06-01");

        for (var time = 0; time < 3; time++) {
            Crowd.of(4, () -> round.run(clock.instant().plusSeconds(60)));
        }

        assertThat(rows.count("select count(*) from payout_accrual where creator_id = '%s'".formatted(creator)))
                .isEqualTo(30);
    }

    @Test
    void an_accrual_is_paid_once_and_once_more_when_the_payment_is_void() throws Exception {
        assign(structure(Map.of("kind", "recurring", "period", "daily", "amount_cents", 100)), "2031-06-29");
        round.run(clock.instant().plusSeconds(60));
        List<String> ids = tracking.get("payout-accruals").path("data.id");
        ids.forEach(id -> tracking.patch("payout-accruals/" + id, Map.of("status", "approved")));
        String method = tracking.get("payout-methods").path("data[0].id");
        var payment = Map.of("creator_id", creator, "method_id", method, "accrual_ids", ids, "adjustment_cents", -5);

        for (var time = 0; time < 3; time++) {
            var answers = Crowd.of(6, () -> tracking.post("payout-payments", payment));

            assertThat(answers)
                    .extracting(Response::statusCode)
                    .containsOnly(201, 409)
                    .containsOnlyOnce(201);
            var made = answers.stream()
                    .filter(answer -> answer.statusCode() == 201)
                    .findFirst()
                    .orElseThrow();
            assertThat(made.<Integer>path("data.amount_cents")).isEqualTo(195);
            assertThat(tracking.get("payout-accruals?status=paid").<List<String>>path("data.payment_id"))
                    .containsOnly(made.<String>path("data.id"))
                    .hasSize(2);
            tracking.patch("payout-payments/" + made.path("data.id"), Map.of("status", "void"));
            assertThat(tracking.get("payout-accruals?status=approved").<List<String>>path("data.id"))
                    .containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    @Test
    void the_last_place_for_a_method_is_given_once() throws Exception {
        var organization =
                Api.organization("free", Map.of("max_api_requests_per_day", -1, "creator_requests_per_minute", -1));

        var answers = Crowd.of(
                8, () -> as(organization.tga()).body(Map.of("name", "Bank")).post("/api/v1/payout-methods"));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201, 402);
        assertThat(rows.count(
                        "select count(*) from payout_method where organization_id = '%s'".formatted(organization.id())))
                .isEqualTo(6);
    }

    @Test
    void organizations_from_before_get_the_methods_that_all_have_and_only_once() throws Exception {
        var organization = tracking.organization().id();
        rows.change("delete from payout_method where organization_id = '%s'".formatted(organization));

        Crowd.of(6, () -> rows.texts("select 1 from seed_payout_methods(array['%s'])".formatted(organization)));

        assertThat(tracking.get("payout-methods").<List<String>>path("data.name"))
                .containsExactly("Venmo", "Cash App", "PayPal");
    }
}
