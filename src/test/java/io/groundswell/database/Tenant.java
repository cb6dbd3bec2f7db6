package io.groundswell.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.RunningServer;
import io.groundswell.testing.Tracker;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The first organization of a server, with the keys that it got and the ids of what it made. Addresses and bodies have ids in braces, and
 * JSON has single quotes.
 */
final class Tenant {
    private static final List<String> CREDENTIALS =
            List.of("AMP_TEST_KEY", "TGA_API_KEY", "AAK_API_KEY", "ADMIN_EMAIL", "ADMIN_PASSWORD");

    static final String OPERATOR = "operator";

    private final Map<String, String> ids = new HashMap<>();
    private RunningServer server;

    static Tenant first(RunningServer server) {
        var tenant = new Tenant();
        CREDENTIALS.forEach(name -> tenant.ids.put(name, server.credential(name)));
        tenant.keep("operator", OPERATOR);
        tenant.moveTo(server);
        return tenant;
    }

    void moveTo(RunningServer other) {
        server = other;
    }

    void setClock(Instant now) {
        send("PUT", "/internal/clock", "{'now':'%s'}".formatted(now));
    }

    /** All that is due. */
    void work() {
        Api.work(100, () -> post("/internal/tick", "{}"));
    }

    Response missions(String path, String body, String name, String id) {
        return keep(post(path, body), name, id);
    }

    Response creators(String path, String body, String name) {
        return keep(post("/api/v1/" + path, body), name, "data.id");
    }

    Response post(String path, String body) {
        return send("POST", path, body);
    }

    Response send(String method, String path, String body) {
        var answer = as(path).body(fill(body.replace('\'', '"'))).request(method, fill(path));
        assertThat(answer.statusCode()).as(path + "\n" + answer.asString()).isBetween(200, 299);
        return answer;
    }

    Response get(String path) {
        var answer = as(path).urlEncodingEnabled(false).get(fill(path));
        assertThat(answer.statusCode()).as(path + "\n" + answer.asString()).isEqualTo(200);
        return answer;
    }

    /** @param path where the id is in the answer */
    Response keep(Response answer, String name, String path) {
        String id = answer.path(path);
        assertThat(id).as(name + "\n" + answer.asString()).isNotNull();
        keep(name, id);
        return answer;
    }

    void keep(String name, String id) {
        ids.put(name, id);
    }

    String id(String name) {
        return ids.get(name);
    }

    private String fill(String text) {
        var filled = text;
        for (var id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        return filled;
    }

    RequestSpecification as(String path) {
        var request = RestAssured.given()
                .baseUri(server.url())
                .header("User-Agent", Tracker.BROWSER)
                .contentType("application/json");
        if (path.startsWith("/v1/")) {
            return request.header("Authorization", "Bearer " + id("AMP_TEST_KEY"));
        }
        if (path.startsWith("/api/v1/")) {
            return request.header("Authorization", "Bearer " + id("TGA_API_KEY"));
        }
        return path.startsWith("/internal/")
                ? request.header("Authorization", "Bearer " + id("operator"))
                : request.header("X-API-Key", id("AAK_API_KEY"));
    }
}
