package io.groundswell.wire.openapi;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.groundswell.testing.Api;
import io.groundswell.testing.ApiDocument;
import io.groundswell.testing.Missions;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Null puts a field of a mission's world back to its default, where the document says that it may be null, and is refused elsewhere. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class NullsTest {
    private Api.Organization organization;

    @Test
    void what_may_be_null_is_told_and_nothing_else() {
        organization = Api.organization();
        var mission = Missions.start(organization.test(), Map.of("require_approval", true));
        Api.work();
        var content =
                Missions.content(organization.test(), mission).get(0).get("id").toString();
        post("/v1/onboard", Map.of("name", "Acme"));
        var note = post("/v1/annotations", Map.of("scope", "organization", "title", "Note"));
        var hook = post("/v1/webhooks", Map.of("url", "https://example.com/hook", "events", List.of("*")));

        var differences = new ArrayList<String>();
        compare("put", "/v1/missions/{id}", mission, differences);
        // It may be, as long as the mission has not started.
        differences.removeIf(difference -> difference.contains("starts_at cannot be changed"));
        compare("put", "/v1/content/{id}", content, differences);
        compare("put", "/v1/brand-context", "", differences);
        compare("put", "/v1/tenant", "", differences);
        compare("patch", "/v1/annotations/{id}", note, differences);
        compare("put", "/v1/webhooks/{id}", hook, differences);

        assertThat(differences).isEmpty();
    }

    private String post(String path, Map<String, ?> body) {
        var answer = as(organization.test()).body(body).post(path);
        answer.then().statusCode(201);
        return answer.path("id");
    }

    private void compare(String method, String path, String id, List<String> differences) {
        var document = ApiDocument.at("/v1/openapi.json");
        var operation = document.root().path("paths").path(path).path(method);
        var schema = document.resolve(operation.at("/requestBody/content/application~1json/schema"));
        schema.path("properties").fieldNames().forEachRemaining(field -> {
            JsonNode body = JsonNodeFactory.instance.objectNode().putNull(field);
            var told = document.schemas().faultsOfRequest(schema, body).isEmpty();
            var answer = as(organization.test()).body(body.toString()).request(method, path.replace("{id}", id));
            // What goes with the rest of an item is another matter: 422.
            if (told == (answer.statusCode() == 400)) {
                differences.add("%s %s: %d %s".formatted(path, body, answer.statusCode(), answer.asString()));
            }
        });
    }
}
