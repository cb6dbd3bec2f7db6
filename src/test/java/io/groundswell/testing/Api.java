package io.groundswell.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.Map;

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

    private static Organization open(String plan, String timezone, Map<String, Integer> limits) {
        var opened = operator()
                .body(Map.of("name", "Test Organization", "plan", plan, "timezone", timezone, "limits", limits))
                .post("/internal/organizations");
        opened.then().statusCode(201);
        return new Organization(
                opened.path("id"),
                opened.path("keys.amp_live"),
                opened.path("keys.amp_test"),
                opened.path("keys.tga"),
                opened.path("keys.aak"));
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
        for (var round = 0; round < 200; round++) {
            Response tick = operator().post("/internal/tick");
            tick.then().statusCode(200).body("failed", empty());
            if (tick.<Integer>path("total") == 0) {
                return;
            }
        }
        throw new AssertionError("There is still work after 200 rounds");
    }
}
