package io.groundswell.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/** The server under test as its users see it: over HTTP, each test in an organization of its own. */
public final class Api {
    public static final String OPERATOR = "operator-token-of-the-tests";

    private Api() {}

    /** A fresh organization with one key of each kind. */
    public record Organization(String id, String live, String test, String tga, String aak) {}

    public static Organization organization() {
        return organizationIn("UTC");
    }

    /** One that has its days in this zone. */
    public static Organization organizationIn(String timezone) {
        return open(
                "pro", timezone, Map.of("missions_per_hour", -1, "requests_per_minute", -1, "requests_at_once", -1));
    }

    public static Organization organization(String plan, Map<String, Integer> limits) {
        return open(plan, "UTC", limits);
    }

    /** Lets an organization ask as often as it likes in all contracts. */
    static void lift(String organization) {
        var limits = Map.of(
                "missions_per_hour", -1,
                "requests_per_minute", -1,
                "requests_at_once", -1,
                "creator_requests_per_minute", -1,
                "site_requests_per_minute", -1);
        operator()
                .body(Map.of("limits", limits))
                .patch("/internal/organizations/" + organization)
                .then()
                .statusCode(200);
    }

    private static Organization open(String plan, String timezone, Map<String, Integer> limits) {
        var opened = operator()
                .body(Map.of("name", "Test Organization", "plan", plan, "timezone", timezone, "limits", limits))
                .post("/internal/organizations");
        opened.then().statusCode(201);
        var organization = json(opened);
        var keys = organization.path("keys");
        return new Organization(
                organization.path("id").textValue(),
                keys.path("amp_live").textValue(),
                keys.path("amp_test").textValue(),
                keys.path("tga").textValue(),
                keys.path("aak").textValue());
    }

    /** What REST Assured's paths find is found by a script that is compiled each time: too long for what each test asks. */
    private static JsonNode json(Response answer) {
        return answer.as(JsonNode.class);
    }

    public static RequestSpecification operator() {
        return as(OPERATOR);
    }

    public static RequestSpecification as(String credential) {
        return given().header("Authorization", "Bearer " + credential).contentType("application/json");
    }

    /** Moves the server's clock; the test that moves it puts it back with {@link #resetClock}. */
    public static void setClock(Instant now) {
        operator()
                .body(Map.of("now", now.toString()))
                .put("/internal/clock")
                .then()
                .statusCode(200);
    }

    public static void resetClock() {
        operator().delete("/internal/clock").then().statusCode(200);
    }

    /** Does all due work, round by round, until nothing is due any more. */
    public static void work() {
        work(200, () -> operator().post("/internal/tick"));
    }

    /** @param tick asks a server, whichever it is, for a round */
    public static void work(int mostRounds, Supplier<Response> tick) {
        for (var round = 0; round < mostRounds; round++) {
            var ticked = tick.get();
            ticked.then().statusCode(200);
            var done = json(ticked);
            assertThat(done.path("failed")).isEmpty();
            if (done.path("total").intValue() == 0) {
                return;
            }
        }
        throw new AssertionError("There is still work after %d rounds".formatted(mostRounds));
    }
}
