package io.groundswell.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.groundswell.testing.ApiDocument.Operation;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Holds one request and its answer against the document of their contract. */
final class Described {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Of every request and answer, so that no document needs to tell. */
    private static final Set<String> OF_HTTP =
            Set.of("accept", "authorization", "content-type", "origin", "user-agent");
    /** A method that there is not, and an address that is too long: of no operation. */
    private static final Set<Integer> OF_ALL_ADDRESSES = Set.of(405, 414);
    /** With these transcripts show that nobody minds what they do not know. */
    private static final Set<String> SENT_IN_VAIN = Set.of("unknown", "colour");
    /** Of the form that Prometheus reads, and not one of our resources. */
    private static final String METRICS = "/internal/metrics";

    private final ApiDocument document;
    private final Operation operation;
    private final HttpResponse<String> answer;
    private final List<String> differences = new ArrayList<>();

    private Described(ApiDocument document, Operation operation, HttpResponse<String> answer) {
        this.document = document;
        this.operation = operation;
        this.answer = answer;
    }

    /** What the document lacks or has otherwise; what leads to no operation is no matter of documents. */
    static List<String> differences(HttpResponse<String> answer, String body) {
        return of(answer).map(described -> described.check(body)).orElseGet(() -> {
            // Questions before the request itself belong to no operation.
            var path = answer.request().uri().getRawPath();
            var asked = answer.request().method().equals("OPTIONS");
            var served = ApiDocument.of(path).isPresent() && answer.statusCode() < 400;
            return served && !path.equals(METRICS) && !asked ? List.of("There is no such operation") : List.of();
        });
    }

    /** The same for the answer alone, whatever was asked. */
    static List<String> faultsOfAnswer(HttpResponse<String> answer) {
        return of(answer)
                .filter(described -> !OF_ALL_ADDRESSES.contains(answer.statusCode()))
                .map(described -> {
                    described.checkAnswer();
                    return described.differences;
                })
                .orElse(List.of());
    }

    /** Empty when it leads to no operation. */
    private static Optional<Described> of(HttpResponse<String> answer) {
        var path = answer.request().uri().getRawPath();
        return ApiDocument.of(path)
                .flatMap(document -> document.find(answer.request().method(), path)
                        .map(operation -> new Described(document, operation, answer)));
    }

    private List<String> check(String body) {
        if (answer.statusCode() < 400) {
            checkParameters();
            checkBody(body);
        }
        // Whether an address takes a method is told by which operations there are.
        if (answer.statusCode() != 405) {
            checkAnswer();
        }
        return differences;
    }

    private void checkParameters() {
        var query = answer.request().uri().getRawQuery();
        for (var part : query == null ? new String[0] : query.split("&")) {
            var pair = part.split("=", 2);
            if (!SENT_IN_VAIN.contains(pair[0]) && !isCredential("query", pair[0])) {
                var schema = parameter("query", pair[0]).path("schema");
                check("query parameter " + pair[0], schema, URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
            }
        }
        answer.request().headers().map().forEach((name, values) -> {
            if (!OF_HTTP.contains(name.toLowerCase()) && !isCredential("header", name)) {
                check("header " + name, parameter("header", name).path("schema"), values.get(0));
            }
        });
    }

    private boolean isCredential(String in, String name) {
        return document.root()
                .at("/components/securitySchemes")
                .valueStream()
                .anyMatch(scheme -> scheme.path("in").asText().equals(in)
                        && scheme.path("name").asText().equalsIgnoreCase(name));
    }

    private JsonNode parameter(String in, String name) {
        for (var each : operation.node().path("parameters")) {
            var parameter = document.resolve(each);
            if (parameter.path("in").textValue().equals(in)
                    && parameter.path("name").textValue().equalsIgnoreCase(name)) {
                return parameter;
            }
        }
        return MissingNode.getInstance();
    }

    private void check(String what, JsonNode schema, String text) {
        if (schema.isMissingNode()) {
            differences.add("The " + what + " is not described");
            return;
        }
        document.schemas().faultsOfRequest(schema, value(schema, text)).forEach(fault -> differences.add(what + fault));
    }

    private static JsonNode value(JsonNode schema, String text) {
        return switch (schema.path("type").asText()) {
            case "integer" -> JsonNodeFactory.instance.numberNode(Long.parseLong(text));
            case "array" -> {
                var words = JsonNodeFactory.instance.arrayNode();
                for (var word : text.split(",")) {
                    words.add(word.trim());
                }
                yield words;
            }
            default -> JsonNodeFactory.instance.textNode(text);
        };
    }

    private void checkBody(String body) {
        var described = operation.node().path("requestBody");
        if (body != null && !described.isMissingNode()) {
            var content = described.path("content");
            var schema = content.path("application/json").path("schema");
            // A file is text, whatever stands in it.
            if (!content.has("text/csv")) {
                document.schemas()
                        .faultsOfRequest(schema, json(body))
                        .forEach(fault -> differences.add("request " + fault));
            }
        } else if (body == null && described.path("required").asBoolean()) {
            differences.add("The body may be left out");
        }
    }

    private void checkAnswer() {
        var response = document.resolve(operation.node().path("responses").path(String.valueOf(answer.statusCode())));
        if (response.isMissingNode()) {
            differences.add("The status %d is not described".formatted(answer.statusCode()));
            return;
        }
        checkHeaders(response.path("headers"));
        var type = answer.headers().firstValue("Content-Type").orElse("").split(";")[0];
        var content = response.path("content").path(type);
        if (!answer.body().isEmpty() && content.isMissingNode()) {
            differences.add("Answers with %d of the type %s are not described".formatted(answer.statusCode(), type));
        } else if (type.equals("application/json")) {
            checkJson(response, content.path("schema"), json(answer.body()));
        }
    }

    private void checkHeaders(JsonNode described) {
        var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        described.fieldNames().forEachRemaining(names::add);
        answer.headers().map().keySet().stream()
                .filter(name -> name.matches("(?i)x-(request|rate).*|retry-after|idempotency-.*"))
                .filter(name -> !names.contains(name))
                .forEach(name -> differences.add("The answer's header %s is not described".formatted(name)));
    }

    private void checkJson(JsonNode response, JsonNode schema, JsonNode body) {
        document.schemas().faultsOfAnswer(schema, body).forEach(fault -> differences.add("answer " + fault));
        var codes = response.path("x-error-codes");
        var code = code(body);
        if (!codes.isMissingNode() && codes.valueStream().noneMatch(code::equals)) {
            differences.add("The code %s of %d is not described".formatted(code, answer.statusCode()));
        }
    }

    /** An envelope has it beside the error, and none of what is not there. */
    private static JsonNode code(JsonNode body) {
        if (body.has("meta")) {
            return body.path("meta").isNull()
                    ? TextNode.valueOf("not_found")
                    : body.path("meta").path("code");
        }
        var error = body.path("error");
        return error.isTextual() ? error : error.path("code");
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + text, e);
        }
    }
}
