package io.groundswell.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Plays transcripts against the server under test, or records what it answers. */
final class Player {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Transcript transcript;
    private final Variables variables = new Variables();
    private final List<HttpRequest> questions = new ArrayList<>();

    Player(Transcript transcript, Map<String, String> variables) {
        this.transcript = transcript;
        variables.forEach(this.variables::put);
    }

    void play() {
        play(exchange -> {});
    }

    /** @param before done before each request, when all is known that it needs */
    void play(Consumer<Exchange> before) {
        for (var exchange : transcript.exchanges()) {
            before.accept(exchange);
            var answer = send(exchange);
            if (exchange.method().equals("GET")) {
                questions.add(answer.request());
            }
            var told = "%s %s%n%s".formatted(exchange.method(), exchange.path(), answer.body());
            assertThat(answer.statusCode()).as(told).isEqualTo(exchange.status());
            assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                    .as(told)
                    .contains("nosniff");
            for (var header : exchange.answerHeaders()) {
                var actual = answer.headers().firstValue(header.name()).orElse("absent");
                var expected = header(variables.fill(header.value()));
                assertThat(Shape.differences(expected, header(actual), variables))
                        .as(told + "\n" + header.name())
                        .isEmpty();
            }
            assertThat(Described.differences(answer, exchange.body() == null ? null : variables.fill(exchange.body())))
                    .as("What the description of %s %s lacks%n%s", exchange.method(), exchange.path(), answer.body())
                    .isEmpty();
            if (exchange.answer() == null) {
                assertThat(answer.body()).as(told).isEmpty();
            } else if (!exchange.answer().equals("<any>")) {
                assertThat(Shape.differences(json(exchange.answer()), json(answer.body()), variables))
                        .as(told)
                        .isEmpty();
            }
        }
    }

    /** What was played that changes nothing. */
    List<HttpRequest> questions() {
        return questions;
    }

    void record() {
        var recorded = new ArrayList<Exchange>();
        for (var exchange : transcript.exchanges()) {
            var answer = send(exchange);
            var anything = "<any>".equals(exchange.answer());
            var old = exchange.answer() == null || anything ? null : json(exchange.answer());
            learn(old, answer);
            var body = anything || answer.body().isEmpty()
                    ? exchange.answer()
                    : new Recording(variables).write(old, json(answer.body()));
            recorded.add(new Exchange(
                    exchange.method(),
                    exchange.path(),
                    exchange.headers(),
                    exchange.body(),
                    answer.statusCode(),
                    exchange.answerHeaders(),
                    body));
        }
        transcript.write(recorded);
    }

    /** Does what somebody else has done, whatever comes of it. */
    void repeat(Exchange exchange) {
        var answer = send(exchange);
        var tells = exchange.answer() != null && !exchange.answer().equals("<any>");
        if (tells && answer.statusCode() == exchange.status()) {
            learn(json(exchange.answer()), answer);
        }
    }

    /** What an answer captures, which later requests need even when it is not as expected. */
    private void learn(JsonNode expected, HttpResponse<String> answer) {
        if (expected != null && !answer.body().isEmpty()) {
            Shape.differences(expected, json(answer.body()), variables);
        }
    }

    /** Whether all that a request names has a value. */
    boolean knows(Exchange exchange) {
        return variables.know(exchange.path() + exchange.headers() + exchange.body());
    }

    String fill(String text) {
        return variables.fill(text);
    }

    Transcript transcript() {
        return transcript;
    }

    HttpResponse<String> send(Exchange exchange) {
        var address = "http://localhost:" + RestAssured.port + variables.fill(exchange.path());
        var body = exchange.body() == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(variables.fill(exchange.body()));
        var request = HttpRequest.newBuilder(URI.create(address)).method(exchange.method(), body);
        if (exchange.body() != null && !has(exchange, "Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        for (var header : exchange.headers()) {
            if (!header.value().equals("<none>")) {
                request.header(header.name(), variables.fill(header.value()));
            }
        }
        return send(request.build(), exchange.body() == null ? "" : variables.fill(exchange.body()));
    }

    static HttpResponse<String> send(HttpRequest question) {
        return send(question, "");
    }

    private static HttpResponse<String> send(HttpRequest request, String body) {
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            Witness.hear(answer, body);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean has(Exchange exchange, String name) {
        return exchange.headers().stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
    }

    /** Numbers in headers are text; the placeholders for numbers should fit them all the same. */
    private static JsonNode header(String value) {
        return value.matches("-?\\d{1,15}")
                ? JSON.getNodeFactory().numberNode(Long.parseLong(value))
                : TextNode.valueOf(value);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + text, e);
        }
    }
}
