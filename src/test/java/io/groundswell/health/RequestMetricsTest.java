package io.groundswell.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.RawHttp;
import io.groundswell.testing.TestDatabase;
import io.groundswell.wire.AllowedMethods;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Operators learn how each path does, and callers cannot write into what they read. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class RequestMetricsTest {
    private static final Pattern MEASURED = Pattern.compile("http_server_requests_seconds_count\\{.*uri=\"([^\"]*)\"");

    private static final Pattern METHOD = Pattern.compile("method=\"([^\"]*)\"");

    @Inject
    AllowedMethods methods;

    @Test
    void every_path_is_measured_by_its_name() throws IOException {
        var paths = new TreeSet<String>();
        for (var operation : methods.all()) {
            var method = operation.split(" ")[0];
            var path = operation.split(" ")[1];
            send(method + " " + path.replace("{format:png|mp4}", "png").replaceAll("\\{[^}]*}", "x"));
            paths.add(path);
        }
        assertThat(paths).hasSizeGreaterThan(100);
        assertThat(measured()).containsAll(paths);
    }

    @Test
    void what_no_path_takes_is_measured_as_one() throws IOException {
        send("GET /told/secret-1");
        send("PUT /review/secret-2");
        send("GET /v1/missions/%ZZsecret-3");
        send("GET /v1/missions/{secret-4}");
        send("OPTIONS /v1/secret-5");
        send("GET /api/v1/secret-6");
        send("GET /review/secret-7/" + "x".repeat(9_000));
        send("GET /review/secret-8/" + "x".repeat(100_000));
        send("GET /review/secret-10 HTTP/1.1\r\nX-Large: " + "x".repeat(100_000) + "\r\nX-Rest: of");
        RawHttp.send("GET /v1/secret-9 HTTP/1.1\r\nConnection: close\r\n\r\n", new byte[0]);
        assertThat(measured()).contains("/other").noneMatch(uri -> uri.contains("secret"));
    }

    @Test
    void methods_that_callers_make_up_are_measured_as_one() throws IOException {
        madeUp("FIRST");
        var before = series();
        for (var n = 0; n < 20; n++) {
            madeUp("MADEUP" + n);
        }
        assertThat(series()).isEqualTo(before).contains("OTHER").noneMatch(method -> method.contains("MADEUP"));
    }

    private static void madeUp(String method) throws IOException {
        send(method + " /v1/missions/x");
        send(method + " /v1/tenant");
        send(method + " /track");
        send(method + " /review/x");
        send(method + " /nowhere");
        send(method.repeat(1_000) + " /v1/tenant");
        send(method.repeat(20_000) + " /v1/tenant");
        send(method + " /v1/tenant HTTP/1.1\r\nX-Large: " + "x".repeat(100_000) + "\r\nX-Rest: of");
    }

    @Test
    void methods_too_long_for_any_are_refused() throws IOException {
        assertThat(RawHttp.send("M".repeat(33) + " /v1/tenant HTTP/1.1", "Accept: */*", new byte[0]))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(400))
                .satisfies(answer -> assertThat(answer.body()).contains("The method is longer than 32 characters"));
    }

    @Test
    void settings_that_are_unsafe_are_told_to_operators() {
        assertThat(Api.operator().get("/internal/metrics").asString())
                .contains("groundswell_unsafe_settings{setting=\"groundswell.development\",} 1.0")
                .doesNotContain("setting=\"groundswell.sandbox.live\"");
    }

    @Test
    void metrics_are_told_in_one_form_and_to_get_alone() {
        for (var accepted :
                List.of("*/*", "application/json", "text/html;q=0.5", "nonsense", "application/openmetrics-text")) {
            var told = Api.operator().header("Accept", accepted).get("/internal/metrics");
            assertThat(told.statusCode()).as(accepted).isEqualTo(200);
            assertThat(told.contentType()).as(accepted).startsWith("text/plain");
            assertThat(told.asString()).contains("# TYPE http_server_requests_seconds summary");
        }
        for (var method : List.of("POST", "PUT", "PATCH", "DELETE", "OPTIONS")) {
            var refused = Api.operator().request(method, "/internal/metrics");
            assertThat(refused.statusCode()).as(method).isEqualTo(405);
            assertThat(refused.header("Allow")).isEqualTo("GET");
            assertThat(refused.<String>path("error.message")).isEqualTo("This address does not take this method");
        }
    }

    private static Set<String> measured() {
        return MEASURED.matcher(Api.operator().get("/internal/metrics").asString())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** The methods in the lines of metrics, as many times as there are lines. */
    private static List<String> series() {
        return METHOD.matcher(Api.operator().get("/internal/metrics").asString())
                .results()
                .map(found -> found.group(1))
                .sorted()
                .toList();
    }

    private static void send(String request) throws IOException {
        var answer = RawHttp.send(request + " HTTP/1.1\r\nContent-Length: 0", "Accept: */*", new byte[0]);
        assertThat(answer.status()).as(request).isBetween(200, 499);
    }
}
