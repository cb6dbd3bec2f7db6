package io.groundswell.experiment;

import static io.groundswell.testing.Api.as;

import io.groundswell.testing.Website;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An experiment of the tests, as clients see it. */
record Tried(Website site, String id) {
    static final Map<String, Object> CTA =
            Map.of("name", "cta", "variants", List.of("control", "new_cta"), "goal_event", "signup");

    static Tried begin(Website site) {
        return begin(site, CTA);
    }

    static Tried begin(Website site, Map<String, Object> form) {
        return new Tried(site, post(site, form).then().statusCode(201).extract().path("id"));
    }

    static Response post(Website site, Map<String, Object> form) {
        return site.post("/experiments", form);
    }

    /** The form with another value for one of its members. */
    static Map<String, Object> with(String member, Object value) {
        var form = new HashMap<>(CTA);
        form.put(member, value);
        return form;
    }

    /** @param at ISO instant; @param more names and values of properties in turn */
    Tried shown(String at, String user, String variant, Object... more) {
        var properties = new Object[more.length + 4];
        properties[0] = "experiment";
        properties[1] = "cta";
        properties[2] = "variant";
        properties[3] = variant;
        System.arraycopy(more, 0, properties, 4, more.length);
        site.tell(at, "$experiment_exposure", user, null, properties);
        return this;
    }

    Tried goal(String at, String user) {
        site.tell(at, "signup", user, null);
        return this;
    }

    Response get() {
        return as(site.organization().aak()).get("/experiments/" + id);
    }

    JsonPath read() {
        return get().then().statusCode(200).extract().jsonPath();
    }

    /** As {@code control 3 2 1}: exposures, users and conversions of each variant. */
    List<String> counts() {
        return read().<Map<String, Object>>getList("results.variants").stream()
                .map(one -> "%s %s %s %s"
                        .formatted(
                                one.get("key"), one.get("exposures"), one.get("unique_users"), one.get("conversions")))
                .toList();
    }

    Response change(String status) {
        return change(Map.of("status", status));
    }

    Response change(Map<String, ?> form) {
        return as(site.organization().aak()).body(form).patch("/experiments/" + id);
    }

    Response delete() {
        return as(site.organization().aak()).delete("/experiments/" + id);
    }
}
