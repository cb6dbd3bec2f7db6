package io.groundswell.testing;

import static io.groundswell.testing.Api.as;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A programme of creators under test: an organization without rates, one project of it, and what is done to it. */
public record Tracking(Api.Organization organization, String project) {
    public static Tracking begin(Map<String, Integer> limits) {
        var all = new HashMap<>(limits);
        all.put("creator_requests_per_minute", -1);
        var organization = Api.organization("enterprise", all);
        return new Tracking(organization, project(organization, "Launch"));
    }

    public static String project(Api.Organization organization, String name) {
        var made = as(organization.tga()).body(Map.of("name", name)).post("/api/v1/projects");
        made.then().statusCode(201);
        return made.path("data.id");
    }

    public Response post(String path, Object body) {
        return as(organization.tga()).body(body).post("/api/v1/" + path);
    }

    public Response patch(String path, Object body) {
        return as(organization.tga()).body(body).patch("/api/v1/" + path);
    }

    public Response get(String path) {
        return as(organization.tga()).get("/api/v1/" + path);
    }

    public Response delete(String path) {
        return as(organization.tga()).delete("/api/v1/" + path);
    }

    public Response addCreator(String handle) {
        return post("projects/" + project + "/creators", Map.of("tiktok_handle", handle));
    }

    /** Its id. */
    public String creator(String handle) {
        var added = addCreator(handle);
        added.then().statusCode(201);
        return added.path("data.id");
    }

    public Response addVideo(Map<String, ?> video) {
        return post("projects/" + project + "/videos", video);
    }

    /** The id of one at this number. */
    public String video(long number) {
        var added = addVideo(Map.of("url", address(number)));
        added.then().statusCode(201);
        return added.path("data.id");
    }

    public static String address(long number) {
        return "https://www.tiktok.com/@someone/video/" + number;
    }

    public List<String> texts(Rows rows, String query) {
        return rows.texts(query.replace(":organization", "'" + organization.id() + "'"));
    }

    public long count(Rows rows, String query) {
        return rows.count(query.replace(":organization", "'" + organization.id() + "'"));
    }
}
