package io.groundswell.wire.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.testing.ApiDocument;
import io.groundswell.testing.Exchange;
import io.groundswell.testing.Route;
import io.groundswell.testing.Transcript;
import io.groundswell.wire.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documents' examples are those of the transcripts. {@code -Ddocs.write=true} writes them anew. */
class ExamplesTest {
    private static final Path FOLDER = Path.of("src/main/resources/io/groundswell/wire/openapi");
    private static final int LONGEST = 4_000;

    @ParameterizedTest
    @CsvSource({
        "missions,/v1/openapi.json",
        "creators,/api/v1/openapi.json",
        "operators,/internal/openapi.json",
        "site,/openapi.json"
    })
    void the_examples_of_a_document_are_those_of_the_transcripts(String document, String address) throws IOException {
        // Given
        var file = FOLDER.resolve(document + "-examples.json");
        // When
        var rendered = render(address) + "\n";
        if (Boolean.getBoolean("docs.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, rendered);
        }
        // Then
        assertThat(Files.readString(file))
                .as("%s is stale; write it anew with -Ddocs.write=true", file)
                .isEqualTo(rendered);
    }

    private static String render(String address) throws IOException {
        var routes = Route.all().stream()
                .filter(route -> address.equals(ApiDocument.ADDRESSES.get(Contract.of(route.path()))))
                .toList();
        var examples = new TreeMap<String, ObjectNode>();
        for (var transcript : Transcript.below("")) {
            var samples = new Samples(transcript);
            for (var exchange : transcript.exchanges()) {
                Route.of(exchange, routes)
                        .map(route -> examples.computeIfAbsent(route, one -> JsonNodeFactory.instance.objectNode()))
                        .ifPresent(example -> take(exchange, samples, example));
            }
        }
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(examples);
    }

    private static void take(Exchange exchange, Samples samples, ObjectNode example) {
        if (exchange.answer() == null
                || exchange.answer().equals("<any>")
                || exchange.answer().contains("\"...\"")) {
            return;
        }
        var answer = samples.json(exchange.answer());
        if (exchange.status() < 400) {
            takeSuccess(exchange, samples, example, answer);
        } else if (answer.at("/error/code").isTextual() || answer.path("error").isTextual()) {
            var ofStatus = example.withObject("refusals").withObject(String.valueOf(exchange.status()));
            var code = code(answer);
            ofStatus.set(code, ofStatus.has(code) ? ofStatus.get(code) : answer);
        }
    }

    private static String code(JsonNode answer) {
        if (answer.has("meta")) {
            return answer.at("/meta/code").asText("not_found");
        }
        return answer.at("/error/code").asText(answer.path("error").asText());
    }

    /** The one that shows most, unless it shows too much. */
    private static void takeSuccess(Exchange exchange, Samples samples, ObjectNode example, JsonNode answer) {
        var length = answer.toString().length();
        if (length > example.path("answer").toString().length() && length <= LONGEST) {
            example.set("answer", answer);
            example.remove("request");
            if (exchange.body() != null) {
                example.set("request", request(exchange.body(), samples));
            }
        }
    }

    /** Tables are texts. */
    private static JsonNode request(String body, Samples samples) {
        return body.startsWith("{") || body.startsWith("[")
                ? samples.json(body)
                : JsonNodeFactory.instance.textNode(body + "\n");
    }
}
