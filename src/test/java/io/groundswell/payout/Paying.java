package io.groundswell.payout;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Rows;
import io.groundswell.testing.Tracking;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/** A creator under test, by what it is paid, and what it is owed. */
record Paying(Tracking tracking, String creator) {
    static Map<String, Object> recurring(String period, long cents) {
        return Map.of("kind", "recurring", "period", period, "amount_cents", cents);
    }

    static Paying begin() {
        var tracking = Tracking.begin(Map.of("max_api_requests_per_day", -1));
        return new Paying(tracking, tracking.creator("ada.bakes"));
    }

    String structure(Map<String, Object> rule) {
        var made = tracking.post(
                "projects/" + tracking.project() + "/payout-structures", Map.of("name", "Fee", "rule", rule));
        made.then().statusCode(201);
        return made.path("data.id");
    }

    /** Its id. */
    String assign(String structure, String startsOn) {
        var made = tracking.post(
                "payout-structures/" + structure + "/assignments",
                Map.of("creator_id", creator, "starts_on", startsOn));
        made.then().statusCode(201);
        return made.path("data.id");
    }

    <T> List<T> owed(String field) {
        return tracking.get("payout-accruals?limit=100").path("data." + field);
    }

    List<Integer> cents() {
        return owed("calculated_cents");
    }

    Response decide(String accrual, Map<String, Object> decision) {
        return tracking.patch("payout-accruals/" + accrual, decision);
    }

    String method() {
        return tracking.get("payout-methods").path("data[0].id");
    }

    Response pay(Map<String, Object> what) {
        return tracking.post("payout-payments", what);
    }

    Map<String, Object> paymentOf(List<String> accruals) {
        return Map.of("creator_id", creator, "method_id", method(), "accrual_ids", accruals);
    }

    Response annul(String payment) {
        return tracking.patch("payout-payments/" + payment, Map.of("status", "void"));
    }

    String video(long number) {
        return tracking.addVideo(
                        Map.of("url", Tracking.address(number), "creator_id", creator, "tracking_status", "included"))
                .path("data.id");
    }

    void record(String video, String at, long views) {
        var answer = tracking.post(
                "videos/" + video + "/snapshots", Map.of("snapshots", List.of(Map.of("at", at, "views", views))));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    /** Nothing is due in another test. */
    void end(Rows rows) {
        rows.change("delete from payout_structure where organization_id = '%s'"
                .formatted(tracking.organization().id()));
    }
}
