package io.groundswell.wire.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.testing.ApiDocument;
import io.groundswell.testing.ApiDocument.Operation;
import io.groundswell.testing.TestDatabase;
import io.groundswell.wire.AllowedMethods;
import io.groundswell.wire.Contract;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each contract's document tells all that there is to tell. A failure names the operation, and what it lacks. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class DocumentTest {
    /** Tells of everything in the document, and more than an example may be. Its transcript is played all the same. */
    private static final String TOO_LONG = "GET /api/v1/schema";

    @Inject
    AllowedMethods methods;

    static Stream<String> documents() {
        return ApiDocument.ADDRESSES.values().stream().distinct().sorted();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_document_covers_exactly_the_routes_of_its_contract(String address) {
        // Given
        var routes = methods.all().stream()
                .map(route -> route.replaceAll("\\{([^:}]*):[^}]*}", "{$1}"))
                .filter(route -> address.equals(ApiDocument.ADDRESSES.get(Contract.of(route.split(" ")[1]))))
                .toList();
        // Then
        assertThat(ApiDocument.at(address).operations().map(Operation::toString))
                .containsExactlyInAnyOrderElementsOf(routes);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_operation_has_a_summary_and_a_name_of_its_own(String address) {
        var operations = ApiDocument.at(address).operations().toList();
        assertThat(operations)
                .filteredOn(operation -> operation
                                .node()
                                .path("summary")
                                .asText()
                                .isBlank()
                        || !operation.node().path("operationId").asText().matches("[a-z][A-Za-z]+"))
                .as("give these @Operation(operationId = …, summary = …)")
                .isEmpty();
        assertThat(operations.stream()
                        .map(operation -> operation.node().path("operationId").asText()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_parameter_is_described(String address) {
        var document = ApiDocument.at(address);
        var silent = new ArrayList<String>();
        document.operations()
                .forEach(operation -> operation.node().path("parameters").forEach(each -> {
                    var parameter = document.resolve(each);
                    if (parameter.path("description").asText().isBlank() || !isTyped(parameter.path("schema"))) {
                        silent.add(operation + " " + parameter.path("name").textValue());
                    }
                }));
        assertThat(silent)
                .as("tell what these mean, in Words or with @Parameter")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "analytics, bucket_days, 1, 90, ",
        "analytics, top_n, 1, 50, 10",
        "analytics/aggregate/video-leaderboard, offset, 0, 100000, 0",
        "analytics/aggregate/video-leaderboard, limit, 1, 100, 50",
        "analytics/aggregate/creator-scatter, limit, 1, 1000, 1000"
    })
    void whole_numbers_are_told_with_their_bounds(String path, String name, int least, int most, Integer otherwise) {
        // Given
        var document = ApiDocument.at("/api/v1/openapi.json");
        var operation = document.root().path("paths").path("/api/v1/" + path).path("get");
        // When
        var schema = StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .map(document::resolve)
                .filter(parameter -> parameter.path("name").asText().equals(name))
                .map(parameter -> parameter.path("schema"))
                .findFirst()
                .orElseThrow();
        // Then
        assertThat(schema.path("type").asText()).isEqualTo("integer");
        assertThat(schema.path("minimum").intValue()).isEqualTo(least);
        assertThat(schema.path("maximum").intValue()).isEqualTo(most);
        assertThat(schema.has("default") ? schema.path("default").intValue() : null)
                .isEqualTo(otherwise);
    }

    @Test
    void what_a_question_about_a_site_needs_is_required() {
        var document = ApiDocument.at("/openapi.json");
        var optional = new ArrayList<String>();
        document.operations().forEach(operation -> {
            var refuses =
                    document.resolve(operation.node().at("/responses/400")).path("x-error-codes");
            operation.node().path("parameters").forEach(each -> {
                var parameter = document.resolve(each);
                var name = parameter.path("name").asText();
                var needed = name.equals("project") && refuses.toString().contains("PROJECT_REQUIRED")
                        || name.equals("property")
                        || name.equals("token");
                if (needed && !parameter.path("required").asBoolean()) {
                    optional.add(operation + " " + name);
                }
            });
        });
        assertThat(optional).isEmpty();
        assertThat(query("/live", "project").path("required").asBoolean()).isFalse();
        assertThat(query("/retention", "cohorts").at("/schema/type").asText()).isEqualTo("integer");
    }

    private static JsonNode query(String path, String name) {
        var document = ApiDocument.at("/openapi.json");
        var parameters = document.root()
                .path("paths")
                .path(path)
                .path("get")
                .path("parameters")
                .spliterator();
        return StreamSupport.stream(parameters, false)
                .map(document::resolve)
                .filter(parameter -> parameter.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_rows_are_grouped_by_may_be_null_where_events_may_be_without_it() {
        var fields = ApiDocument.at("/openapi.json").root().at("/components/schemas/QueryRow/properties");
        for (var name : List.of("user_id", "session_id", "country")) {
            assertThat(fields.path(name).path("type").toString()).isEqualTo("[\"string\",\"null\"]");
        }
        for (var name : List.of("event", "date")) {
            assertThat(fields.path(name).path("type").asText()).isEqualTo("string");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/openapi.json, /track, post, false",
        "/openapi.json, /identify, post, false",
        "/openapi.json, /stats, get, true",
        "/internal/openapi.json, /internal/organizations, post, true",
        "/v1/openapi.json, /v1/auth/login, post, true"
    })
    void a_refusal_tells_of_a_rate_limit_where_callers_are_counted(
            String address, String path, String verb, boolean counted) {
        var document = ApiDocument.at(address);
        var responses = document.root().path("paths").path(path).path(verb).path("responses");
        assertThat(responses.has("401")).isTrue();
        for (var status : List.of("401", "429")) {
            assertThat(responses.has(status)
                            && document.resolve(responses.path(status))
                                    .path("headers")
                                    .has("X-RateLimit-Limit"))
                    .as(status)
                    .isEqualTo(counted);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_answer_and_every_body_is_typed(String address) {
        var document = ApiDocument.at(address);
        var untyped = new ArrayList<String>();
        document.operations().forEach(operation -> {
            contents(document, operation).forEach(content -> {
                if (!isTyped(content.path("schema"))) {
                    untyped.add(operation.toString());
                }
            });
        });
        document.root().at("/components/schemas").properties().forEach(schema -> schema.getValue()
                .path("properties")
                .properties()
                .forEach(field -> {
                    if (!isTyped(field.getValue())) {
                        untyped.add(schema.getKey() + "." + field.getKey());
                    }
                }));
        assertThat(untyped).isEmpty();
    }

    /** An object without fields says nothing, unless words say what else it holds. */
    private static boolean isTyped(JsonNode schema) {
        if (schema.has("$ref")) {
            return true;
        }
        if (schema.has("anyOf")) {
            return StreamSupport.stream(schema.path("anyOf").spliterator(), false)
                    .allMatch(one -> isTyped(one) || one.has("format"));
        }
        if (schema.has("items")) {
            return isTyped(schema.path("items"));
        }
        var object = schema.path("type").toString().contains("object");
        var open = object
                && !schema.has("properties")
                && schema.path("additionalProperties").isEmpty();
        return schema.has("type") && (!open || schema.has("description"));
    }

    private static List<JsonNode> contents(ApiDocument document, Operation operation) {
        var contents = new ArrayList<JsonNode>();
        operation.node().path("requestBody").path("content").forEach(contents::add);
        operation.node().path("responses").forEach(response -> document.resolve(response)
                .path("content")
                .forEach(contents::add));
        return contents;
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_example_is_what_the_document_describes(String address) {
        var document = ApiDocument.at(address);
        var faults = new ArrayList<String>();
        document.operations().forEach(operation -> contents(document, operation).forEach(content -> {
            var examples = new ArrayList<JsonNode>();
            content.path("examples").forEach(example -> examples.add(example.path("value")));
            if (content.has("example")) {
                examples.add(content.path("example"));
            }
            for (var example : examples) {
                document.schemas()
                        .faultsOfRequest(content.path("schema"), example)
                        .forEach(fault -> faults.add(operation + " " + fault));
            }
        }));
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_json_that_is_sent_and_answered_has_an_example(String address) {
        var document = ApiDocument.at(address);
        var bare = document.operations()
                .filter(operation -> !operation.node().path("responses").properties().stream()
                        .filter(response -> response.getKey().startsWith("2"))
                        .map(response -> response.getValue().path("content").path("application/json"))
                        .allMatch(content -> content.isMissingNode() || content.has("example")))
                .map(Operation::toString)
                .filter(operation -> !operation.equals(TOO_LONG))
                .toList();
        assertThat(bare).as("record transcripts of these, without \"...\"").isEmpty();
    }
}
