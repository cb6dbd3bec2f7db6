package io.groundswell.testing;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.testing.ApiDocument.Operation;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Sends to every operation of the three contracts what is nearly right and what is not at all. No answer is a fault of the server,
 * and each is such as its document tells. Longer by hand: {@code -Dfuzz.requests=100000 -Dfuzz.seed=1}.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class FuzzTest {
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 5_000);
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_127);
    /** After so many an organization that has lost most of its things is left for a new one. */
    private static final int PER_ORGANIZATION = 500;

    private static final int MOST_TOLD = 25;
    /** An address that sends more without a key is refused for a minute, and the tests that follow come from the same. */
    private static final int MOST_ANONYMOUS = 10;

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> DOCUMENTS = List.of("/v1/openapi.json", "/api/v1/openapi.json", "/openapi.json");
    /**
     * These ask networks of this world when they are called with a key of the live mode. One of the test mode is refused, but only after all
     * that it sent was read.
     */
    private static final List<String> TEST_MODE_ONLY = List.of("/v1/connect/bluesky", "/v1/connect/mastodon");

    private static final String STREAM = "text/event-stream";

    /** Among these is what we call with: whoever changes or ends those by their ids ends up outside. */
    private static final List<String> KEYS = List.of("keys", "api-keys");

    private final Random random = new Random(SEED);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, List<String>> ids = new HashMap<>();
    private final Map<String, String> faults = new LinkedHashMap<>();
    private final TreeMap<Integer, Integer> statuses = new TreeMap<>();
    private Api.Organization organization;
    /** The one that is replaced when it is given up. */
    private String siteKey;

    private int anonymous;

    private record Target(ApiDocument document, Operation operation) {}

    @Test
    void whatever_is_sent_is_answered_as_the_documents_tell() throws Exception {
        var targets = targets();
        for (var sent = 0; sent < REQUESTS && faults.size() < MOST_TOLD; sent++) {
            if (sent % PER_ORGANIZATION == 0) {
                open();
            }
            send(targets.get(sent % targets.size()));
        }
        System.out.printf(
                "%,d requests, %,d server errors; to %d operations, by status %s%n",
                statuses.values().stream().mapToInt(count -> count).sum(), serverErrors(), targets.size(), statuses);
        assertThat(faults).as("seed %d", SEED).isEmpty();
        // Else nothing but the door was tried.
        assertThat(statuses.getOrDefault(200, 0)).isGreaterThan(REQUESTS / 20);
    }

    private int serverErrors() {
        return statuses.tailMap(500).values().stream().mapToInt(count -> count).sum();
    }

    private static List<Target> targets() {
        var targets = new ArrayList<Target>();
        for (var address : DOCUMENTS) {
            var document = ApiDocument.at(address);
            document.operations().forEach(operation -> targets.add(new Target(document, operation)));
        }
        return targets;
    }

    /** Somebody with one of most things. */
    private void open() {
        ids.clear();
        organization = Api.organization(
                "enterprise",
                Map.of(
                        "missions_per_hour", -1,
                        "requests_per_minute", -1,
                        "requests_at_once", -1,
                        "creator_requests_per_minute", -1,
                        "site_requests_per_minute", -1));
        siteKey = organization.aak();
        keep("missions", Missions.start(organization.live(), Map.of("require_approval", true)));
        Api.work();
        Missions.content(organization.live(), ids.get("missions").get(0))
                .forEach(item -> keep("content", item.get("id").toString()));
        var project = Tracking.project(organization, "Launch");
        keep("projects", project);
        var tracking = new Tracking(organization, project);
        for (var number = 0; number < 3; number++) {
            keep("creators", tracking.creator("fuzz" + number));
            keep("videos", tracking.video(7_000_000 + number));
        }
        made(
                "campaigns",
                as(organization.tga()).body(Map.of("name", "Spring")),
                "/api/v1/projects/" + project + "/campaigns");
        keep(
                "sites",
                as(organization.aak())
                        .body(Map.of("name", "shop"))
                        .post("/projects")
                        .path("id"));
    }

    private void made(String collection, RequestSpecification request, String address) {
        Response answer = request.post(address);
        answer.then().statusCode(201);
        keep(collection, answer.path("data.id"));
    }

    private void keep(String collection, String id) {
        var known = ids.computeIfAbsent(collection, name -> new ArrayList<>());
        if (known.size() < 50) {
            known.add(id);
        } else {
            known.set(random.nextInt(50), id);
        }
    }

    private void send(Target target) throws IOException, InterruptedException {
        var fuzz = new Fuzz(random, target.document());
        var operation = target.operation();
        var body = body(fuzz, target);
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + path(fuzz, target) + query(fuzz, target)))
                .timeout(Duration.ofSeconds(30))
                .method(
                        operation.method(),
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes(fuzz, body)));
        authenticate(fuzz, target, request);
        if (body != null && !fuzz.oneIn(30)) {
            request.header("Content-Type", fuzz.oneIn(40) ? "text/csv" : "application/json");
        }
        if (fuzz.oneIn(10)) {
            request.header("Idempotency-Key", fuzz.oneIn(3) ? "same" : "k" + random.nextInt());
        }
        var answer = client.send(request.build(), FuzzTest::reading);
        statuses.merge(answer.statusCode(), 1, Integer::sum);
        judge(operation, answer, body);
        if (answer.statusCode() < 300) {
            remember(operation, answer.body());
        }
    }

    /** A stream ends when its reader leaves. */
    private static BodySubscriber<String> reading(HttpResponse.ResponseInfo info) {
        var type = info.headers().firstValue("Content-Type").orElse("");
        return type.startsWith(STREAM)
                ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), FuzzTest::leave)
                : BodySubscribers.ofString(StandardCharsets.UTF_8);
    }

    private static String leave(InputStream stream) {
        try (stream) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String path(Fuzz fuzz, Target target) {
        var operation = target.operation();
        var before = operation.path();
        return VARIABLE.matcher(before).replaceAll(variable -> {
            var collection = collection(before.substring(0, variable.start()));
            var known =
                    ids.getOrDefault(isSite(before) && collection.equals("projects") ? "sites" : collection, List.of());
            var value = known.isEmpty() || fuzz.oneIn(8) ? odd(fuzz) : fuzz.any(known);
            return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        });
    }

    private static boolean isSite(String path) {
        return !path.startsWith("/v1/") && !path.startsWith("/api/v1/");
    }

    private String odd(Fuzz fuzz) {
        if (fuzz.oneIn(2)) {
            var all = ids.values().stream().flatMap(List::stream).toList();
            return fuzz.any(all);
        }
        var text = fuzz.oddText();
        // An empty part would be another address.
        return text.isBlank() || text.contains("..") ? "nothing" : text;
    }

    private static String collection(String before) {
        var parts = before.split("/");
        for (var at = parts.length - 1; at >= 0; at--) {
            if (!parts[at].isEmpty() && !parts[at].startsWith("{")) {
                return parts[at];
            }
        }
        return "";
    }

    private String query(Fuzz fuzz, Target target) {
        var parts = new ArrayList<String>();
        for (var each : target.operation().node().path("parameters")) {
            var parameter = target.document().resolve(each);
            if (parameter.path("in").asText().equals("query")
                    && (parameter.path("required").asBoolean() ? !fuzz.oneIn(10) : fuzz.oneIn(3))) {
                var name = parameter.path("name").asText();
                parts.add(name + "="
                        + URLEncoder.encode(text(fuzz, name, parameter.path("schema")), StandardCharsets.UTF_8));
            }
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private String text(Fuzz fuzz, String name, JsonNode schema) {
        if (fuzz.oneIn(8)) {
            return fuzz.oddText();
        }
        if (name.equals("project") && !fuzz.oneIn(4)) {
            return "shop";
        }
        var known = ids.get(name.replaceFirst("_id$", "s"));
        if (name.endsWith("_id") && known != null) {
            return fuzz.any(known);
        }
        var value = fuzz.like(schema);
        return value.isValueNode()
                ? value.asText()
                : value.isEmpty() ? "" : value.path(0).asText();
    }

    private String body(Fuzz fuzz, Target target) throws IOException {
        var described =
                target.operation().node().path("requestBody").path("content").path("application/json");
        if (described.isMissingNode()) {
            return fuzz.oneIn(20) ? "{}" : null;
        }
        var body = JSON.writeValueAsString(
                described.has("example") && fuzz.oneIn(3)
                        ? described.get("example")
                        : fuzz.like(described.path("schema")));
        return fuzz.oneIn(15) ? fuzz.broken(body) : body;
    }

    private byte[] bytes(Fuzz fuzz, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        if (fuzz.oneIn(60) && bytes.length > 2) {
            // No byte of UTF-8.
            bytes[random.nextInt(bytes.length)] = (byte) 0xC0;
        }
        return bytes;
    }

    private void authenticate(Fuzz fuzz, Target target, HttpRequest.Builder request) {
        if (fuzz.oneIn(50) && anonymous < MOST_ANONYMOUS) {
            anonymous++;
            return;
        }
        var path = target.operation().path();
        var ofMissions = TEST_MODE_ONLY.contains(path) ? organization.test() : organization.live();
        var key = path.startsWith("/v1/") ? ofMissions : path.startsWith("/api/v1/") ? organization.tga() : siteKey;
        request.header("Authorization", "Bearer " + key);
    }

    private void judge(Operation operation, HttpResponse<String> answer, String body) {
        var told = "%s%nsent %s%nanswered %d %s"
                .formatted(answer.request().uri(), shorten(body), answer.statusCode(), shorten(answer.body()));
        if (answer.statusCode() >= 500) {
            faults.putIfAbsent(operation + " " + answer.statusCode(), told);
            return;
        }
        for (var difference : Described.faultsOfAnswer(answer)) {
            faults.putIfAbsent(operation + " " + difference, told);
        }
    }

    private static String shorten(String text) {
        return text == null || text.length() < 1_500 ? text : text.substring(0, 1_500) + "…";
    }

    /** Ids of what was made or listed lead to what comes next. */
    private void remember(Operation operation, String body) {
        JsonNode answer;
        try {
            answer = JSON.readTree(body);
        } catch (IOException notJson) {
            return;
        }
        var collection = collection(operation.path());
        var name = isSite(operation.path()) && collection.equals("projects") ? "sites" : collection;
        var data = answer.path("data");
        siteKey = answer.path("api_key").asText(siteKey);
        if (KEYS.contains(name)) {
            return;
        }
        if (answer.path("id").isTextual()) {
            keep(name, answer.path("id").asText());
        } else if (data.path("id").isTextual()) {
            keep(name, data.path("id").asText());
        } else if (data.isArray()) {
            data.forEach(one -> {
                if (one.path("id").isTextual()) {
                    keep(name, one.path("id").asText());
                }
            });
        }
    }
}
