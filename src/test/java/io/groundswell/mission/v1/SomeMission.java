package io.groundswell.mission.v1;

import static io.groundswell.testing.Api.as;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Missions made over HTTP for tests. */
public final class SomeMission {
    private SomeMission() {}

    /** The smallest complete request, which makes a draft, with {@code fields} over it; a null takes a field out. */
    public static Map<String, Object> request(Object... fields) {
        var request = new LinkedHashMap<String, Object>();
        request.put("name", "Spring launch");
        request.put("objectives", List.of("Raise awareness among developers"));
        request.put("platforms", List.of("twitter", "linkedin"));
        request.put("duration_days", 14);
        for (var at = 0; at < fields.length; at += 2) {
            if (fields[at + 1] == null) {
                request.remove((String) fields[at]);
            } else {
                request.put((String) fields[at], fields[at + 1]);
            }
        }
        return request;
    }

    public static Response post(String key, Object... fields) {
        return as(key).body(request(fields)).post("/v1/missions");
    }

    /** Returns the id. */
    public static String draft(String key, Object... fields) {
        var response = post(key, fields);
        response.then().statusCode(201);
        return response.path("id");
    }

    /** Returns the id. */
    public static String active(String key) {
        return draft(key, "start_immediately", true);
    }
}
