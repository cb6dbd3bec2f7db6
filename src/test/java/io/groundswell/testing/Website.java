package io.groundswell.testing;

import static io.groundswell.testing.Api.as;
import static io.restassured.RestAssured.given;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A site of an organization that may ask as often as it likes, with a plain list of all that happened there. */
public final class Website {
    private static final int BATCH = 100;

    private final Api.Organization organization;
    private final String id;
    private final String name;
    private final Tracker tracker;
    private final List<Visit> told = Collections.synchronizedList(new ArrayList<>());

    private Website(Api.Organization organization, String id, String name, Tracker tracker) {
        this.organization = organization;
        this.id = id;
        this.name = name;
        this.tracker = tracker;
    }

    /**
     * Something that a visitor did.
     *
     * @param user may be null, as may be the session
     */
    public record Visit(String event, String user, String session, Instant at, Map<String, Object> properties) {
        public Object property(String key) {
            return properties.get(key);
        }
    }

    public static Website open() {
        return open("shop");
    }

    public static Website open(String name) {
        return in(Api.organization("pro", Map.of("site_requests_per_minute", -1, "requests_per_minute", -1)), name);
    }

    public static Website in(Api.Organization organization, String name) {
        var project = as(organization.aak())
                .body(Map.of("name", name))
                .post("/projects")
                .then()
                .statusCode(201)
                .extract();
        return new Website(organization, project.path("id"), name, new Tracker(project.path("project_token")));
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Api.Organization organization() {
        return organization;
    }

    public Owner owner() {
        return new Owner(organization.id(), Mode.LIVE);
    }

    public Tracker tracker() {
        return tracker;
    }

    /** All that was told, in the order in which it came. */
    public List<Visit> told() {
        return List.copyOf(told);
    }

    /** @param at ISO instant; @param properties names and values in turn */
    public Website tell(String at, String event, String user, String session, Object... properties) {
        var given = new HashMap<String, Object>();
        for (var n = 0; n < properties.length; n += 2) {
            given.put(properties[n].toString(), properties[n + 1]);
        }
        return tell(List.of(new Visit(event, user, session, Instant.parse(at), given)));
    }

    public Website tell(List<Visit> visits) {
        for (var from = 0; from < visits.size(); from += BATCH) {
            tracker.trackAll(visits.subList(from, Math.min(visits.size(), from + BATCH)).stream()
                            .map(this::event)
                            .toList())
                    .then()
                    .statusCode(202);
        }
        told.addAll(visits);
        return this;
    }

    private Map<String, Object> event(Visit visit) {
        return tracker.event(
                visit.event(),
                "user_id",
                visit.user(),
                "session_id",
                visit.session(),
                "timestamp",
                visit.at().toEpochMilli(),
                "properties",
                visit.properties());
    }

    /** @param parameters names and values in turn, beside the project */
    public Response get(String address, Object... parameters) {
        var request = given().header("X-API-Key", organization.aak()).queryParam("project", name);
        for (var at = 0; at < parameters.length; at += 2) {
            request.queryParam(parameters[at].toString(), parameters[at + 1]);
        }
        return request.get(address);
    }

    /** The same, of which an answer is expected. */
    public JsonPath ask(String address, Object... parameters) {
        return get(address, parameters).then().statusCode(200).extract().jsonPath();
    }

    /** @param members beside the project */
    public Response post(String address, Map<String, Object> members) {
        var body = new HashMap<>(members);
        body.put("project", name);
        return as(organization.aak()).body(body).post(address);
    }
}
