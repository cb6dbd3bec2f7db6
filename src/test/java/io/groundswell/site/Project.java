package io.groundswell.site;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Projects of the tests, as clients of site analytics see them. */
record Project(String key, String id, String token) {
    static Project create(String key, String name) {
        return create(key, Map.of("name", name));
    }

    static Project create(String key, Map<String, String> form) {
        var made = post(key, form);
        made.then().statusCode(201);
        return new Project(key, made.path("id"), made.path("project_token"));
    }

    static Response post(String key, Map<String, String> form) {
        return as(key).body(form).post("/projects");
    }

    static RequestSpecification as(String key) {
        return RestAssured.given().header("X-API-Key", key).contentType("application/json");
    }

    Response get() {
        return as(key).get("/projects/" + id);
    }

    Response change(Map<String, String> form) {
        return as(key).body(form).patch("/projects/" + id);
    }

    Response delete() {
        return as(key).delete("/projects/" + id);
    }
}
