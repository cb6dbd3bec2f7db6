package io.groundswell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What CI looks for in the database of known faults, with one of our own in its place. */
class AuditIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PARTS = 1_001;

    @TempDir
    Path folder;

    private final List<JsonNode> requests = Collections.synchronizedList(new ArrayList<>());
    private HttpServer database;
    private int status = 200;

    private record Outcome(int status, String told) {}

    @BeforeEach
    void open() throws IOException {
        database = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        database.createContext("/v1/querybatch", this::answer);
        database.start();
        Files.writeString(
                folder.resolve("parts.json"),
                IntStream.range(0, PARTS)
                        .mapToObj("{\"purl\":\"pkg:maven/org.example/part-%04d@1.0?type=jar\"}"::formatted)
                        .collect(Collectors.joining(
                                ",", "{\"components\":[{\"purl\":\"pkg:generic/app.jar@1\"},", "]}")));
    }

    @AfterEach
    void close() {
        database.stop(0);
    }

    @Test
    void a_fault_is_told_unless_it_is_accepted_for_now() throws Exception {
        // When
        var outcome = audit("""
                # Told on the first page.
                OSV-KNOWN 2999-01-01 Nobody can reach it.
                OSV-OVER 2020-01-01 Nobody could reach it.
                """);
        // Then
        assertThat(outcome.status()).as(outcome.told()).isEqualTo(1);
        assertThat(outcome.told())
                .contains("accepted until 2999-01-01: OSV-KNOWN, Nobody can reach it.")
                .contains("OSV-OVER in pkg:maven/org.example/part-0007@1.0, which was accepted until 2020-01-01")
                .contains("OSV-LATER in pkg:maven/org.example/part-0007@1.0: https://osv.dev/vulnerability/OSV-LATER")
                .contains("OSV-LAST in pkg:maven/org.example/part-1000@1.0");
        assertThat(requests)
                .extracting(request -> request.path("queries").size())
                .containsExactly(1_000, 1, 1);
        assertThat(requests.get(0).toString()).doesNotContain("type=jar", "generic");
    }

    @Test
    void all_that_is_accepted_passes() throws Exception {
        var outcome = audit("""
                OSV-KNOWN 2999-01-01 Nobody can reach it.
                OSV-OVER 2999-01-01 Nobody can reach it.
                OSV-LATER 2999-01-01 Nobody can reach it.
                OSV-LAST 2999-01-01 Nobody can reach it.
                """);
        assertThat(outcome.status()).as(outcome.told()).isZero();
        assertThat(outcome.told()).contains("none of 1001 parts has a known fault that is not accepted");
    }

    @Test
    void a_database_that_is_away_stops_nobody() throws Exception {
        status = 503;
        var outcome = audit("");
        assertThat(outcome.status()).as(outcome.told()).isZero();
        assertThat(outcome.told()).contains("LEFT OUT: localhost answers 503").doesNotContain("none of");
    }

    private Outcome audit(String accepted) throws Exception {
        var file = Files.writeString(folder.resolve("accepted"), accepted);
        var output = folder.resolve("output");
        var command = new ProcessBuilder(
                        ".ci/audit", folder.resolve("parts.json").toString(), file.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        command.environment()
                .put("OSV_URL", "http://localhost:" + database.getAddress().getPort());
        var process = command.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), Files.readString(output));
    }

    private void answer(HttpExchange exchange) throws IOException {
        var request = JSON.readTree(exchange.getRequestBody());
        requests.add(request);
        var answer = request.path("queries")
                .valueStream()
                .map(AuditIT::faults)
                .collect(Collectors.joining(",", "{\"results\":[", "]}"))
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /** Two pages of one part, and one in the second batch. */
    private static String faults(JsonNode query) {
        return switch (query.at("/package/purl").asText()
                + query.path("page_token").asText("")) {
            case "pkg:maven/org.example/part-0007@1.0" ->
                "{\"vulns\":[{\"id\":\"OSV-KNOWN\"},{\"id\":\"OSV-OVER\"}],\"next_page_token\":\"second\"}";
            case "pkg:maven/org.example/part-0007@1.0second" -> "{\"vulns\":[{\"id\":\"OSV-LATER\"}]}";
            case "pkg:maven/org.example/part-1000@1.0" -> "{\"vulns\":[{\"id\":\"OSV-LAST\"}]}";
            default -> "{}";
        };
    }
}
