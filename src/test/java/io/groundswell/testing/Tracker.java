package io.groundswell.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A browser on a site, as the server sees it. */
public record Tracker(String token) {
    public static final String BROWSER =
            "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param more names and values in turn */
    public Map<String, Object> event(String name, Object... more) {
        var event = new HashMap<String, Object>(Map.of("token", token, "event", name));
        for (var at = 0; at < more.length; at += 2) {
            event.put(more[at].toString(), more[at + 1]);
        }
        return event;
    }

    public Response track(Map<String, Object> event) {
        return send("/track", event);
    }

    public Response trackAll(List<Map<String, Object>> events) {
        return send("/track/batch", Map.of("events", events));
    }

    /** As text, for that is what a beacon says. */
    private static Response send(String address, Object body) {
        return given().header("User-Agent", BROWSER)
                .contentType("text/plain; charset=UTF-8")
                .body(json(body))
                .post(address);
    }

    /** An event as it is sent. */
    public static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
