package io.groundswell.wire.openapi;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.testing.Api;
import io.groundswell.testing.ApiDocument;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits that the core enforces are told by the edges once more. What the document forbids, the server must refuse. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class LimitsTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ApiDocument document;

    @ParameterizedTest
    @CsvSource({"post,/v1/missions", "post,/v1/onboard", "put,/v1/brand-context", "put,/v1/tenant"})
    void what_the_document_forbids_is_refused(String method, String path) {
        // Given
        document = ApiDocument.at("/v1/openapi.json");
        var content = document.root()
                .path("paths")
                .path(path)
                .path(method)
                .at("/requestBody/content")
                .path("application/json");
        var forbidden = new LinkedHashMap<String, JsonNode>();
        collect("", content.path("schema"), forbidden);
        assertThat(forbidden).hasSizeGreaterThanOrEqualTo(5);
        var organization = Api.organization();
        as(organization.live())
                .body("{\"name\":\"Acme\"}")
                .post("/v1/onboard")
                .then()
                .statusCode(201);
        // When
        forbidden.forEach((param, value) -> {
            var whole = method.equals("post");
            var body = whole ? (ObjectNode) content.path("example").deepCopy() : NODES.objectNode();
            put(body, param, value);
            var answer = as(organization.live()).body(body.toString()).request(method, path);
            // Then
            assertThat(answer.statusCode()).as("%s: %s", param, value).isIn(400, 422);
            assertThat(answer.asString()).as("%s: %s", param, value).contains("\"" + param);
        });
    }

    private void collect(String param, JsonNode told, Map<String, JsonNode> forbidden) {
        var schema = document.resolve(told.has("anyOf") ? told.path("anyOf").get(0) : told);
        schema.path("properties")
                .properties()
                .forEach(field -> collect(
                        param.isEmpty() ? field.getKey() : param + "." + field.getKey(), field.getValue(), forbidden));
        if (schema.has("maxLength")) {
            forbidden.put(
                    param, NODES.textNode("x".repeat(schema.path("maxLength").intValue() + 1)));
        } else if (schema.has("maximum")) {
            forbidden.put(param, NODES.numberNode(schema.path("maximum").longValue() + 1));
        } else if (schema.has("minimum") || schema.has("exclusiveMinimum")) {
            forbidden.put(param, NODES.numberNode(-1));
        } else if (schema.at("/items/maxLength").isInt()) {
            var longest = schema.at("/items/maxLength").intValue();
            forbidden.put(param, NODES.arrayNode().add("x".repeat(longest + 1)));
        } else if (schema.has("pattern") || schema.has("enum")) {
            forbidden.put(param, NODES.textNode(" "));
        }
    }

    private static void put(ObjectNode body, String param, JsonNode value) {
        var steps = param.split("\\.");
        var at = body;
        for (var step = 0; step < steps.length - 1; step++) {
            at = at.path(steps[step]).isObject() ? (ObjectNode) at.get(steps[step]) : at.putObject(steps[step]);
        }
        at.set(steps[steps.length - 1], value);
    }
}
