package io.groundswell.export;

import static io.groundswell.testing.Api.as;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.testing.Api;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;

/** Exports as a client orders and reads them, with a CSV reader that is not of our making. */
final class Archive {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Archive() {}

    static Api.Organization organization() {
        return Api.organization(
                "pro",
                Map.of(
                        "exports_per_hour",
                        -1,
                        "missions_per_hour",
                        -1,
                        "requests_per_minute",
                        -1,
                        "requests_at_once",
                        -1));
    }

    static Response order(String key, Map<String, ?> order) {
        var body = new HashMap<String, Object>(order);
        body.putIfAbsent("format", "csv");
        return as(key).body(body).post("/v1/analytics/export");
    }

    static String id(String key, Map<String, ?> order) {
        return order(key, order).then().statusCode(201).extract().path("export_id");
    }

    static Response status(String key, String id) {
        return as(key).get("/v1/analytics/export/" + id);
    }

    static Response download(String key, String id) {
        return as(key).get("/v1/analytics/export/" + id + "/download");
    }

    /** Without a credential, at an address as it was given out. */
    static Response fetch(String url) {
        return RestAssured.given().urlEncodingEnabled(false).get(url.replaceFirst("^https?://[^/]*", ""));
    }

    static List<Map<String, String>> csv(String text) {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = format.parse(new StringReader(text))) {
            var rows = new ArrayList<Map<String, String>>();
            parser.forEach(row -> rows.add(row.toMap()));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files in a zip, by name. */
    static Map<String, String> unzipped(byte[] bytes) {
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
