package io.groundswell.wire.openapi;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.groundswell.testing.ApiDocument;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What creators' things may be changed to is what the document says: null where it may be, and all that its bounds let pass. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ChangesTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Inject
    Rows rows;

    private final Map<String, String> addresses = new LinkedHashMap<>();
    private Tracking tracking;
    private ApiDocument document;

    @BeforeEach
    void one_of_each_thing() {
        document = ApiDocument.at("/api/v1/openapi.json");
        tracking = Tracking.begin(Map.of());
        var project = "projects/" + tracking.project();
        var creator = tracking.creator("ada");
        addresses.put("organization", "organization");
        addresses.put("projects/{id}", project);
        addresses.put("creators/{id}", "creators/" + creator);
        addresses.put("videos/{id}", "videos/" + tracking.video(7_000_001));
        made("campaigns/{id}", project + "/campaigns", Map.of("name", "Spring"));
        made("goals/{id}", "creators/" + creator + "/goals", Map.of("type", "posts", "period", "daily", "target", 1));
        made(
                "analytics/annotations/{id}",
                "analytics/annotations",
                Map.of(
                        "scope",
                        "creator",
                        "entity_id",
                        creator,
                        "annotation_at",
                        "2026-03-01T00:00:00Z",
                        "title",
                        "Note"));
        var method = made("payout-methods/{id}", "payout-methods", Map.of("name", "Cash"));
        made(
                "payout-payments/{id}",
                "payout-payments",
                Map.of("creator_id", creator, "method_id", method, "amount_cents", 1));
        var rule = Map.of("kind", "recurring", "period", "monthly", "amount_cents", 100);
        var structure =
                made("payout-structures/{id}", project + "/payout-structures", Map.of("name", "Base", "rule", rule));
        var assignments = "payout-structures/%s/assignments".formatted(structure);
        var assignment = made(null, assignments, Map.of("creator_id", creator, "starts_on", "2999-01-01"));
        addresses.put("payout-structures/{id}/assignments/{assignmentId}", assignments + "/" + assignment);
        addresses.put("payout-accruals/{id}", "payout-accruals/" + accrual(structure, assignment, creator));
        addresses.put("alerts/{id}", "alerts/" + alert());
    }

    private String made(String template, String path, Map<String, ?> body) {
        var answer = tracking.post(path, body);
        answer.then().statusCode(201);
        String id = answer.path("data.id");
        if (template != null) {
            addresses.put(template, template.replace("{id}", id));
        }
        return id;
    }

    private String accrual(String structure, String assignment, String creator) {
        var id = UUID.randomUUID().toString();
        rows.change(
                """
                insert into payout_accrual (id, organization_id, mode, program_id, structure_id, version, assignment_id, creator_id,
                    kind, starts_on, ends_on, quantity, calculated_cents, adjustment_cents, status, reason, created_at, updated_at)
                values ('%s', '%s', 'LIVE', '%s', '%s', 1, '%s', '%s', 'RECURRING', '2026-01-01', '2026-01-31', 31, 0, 0,
                    'PENDING', 'day', now(), now())""".formatted(id, tracking.organization().id(), tracking.project(), structure, assignment, creator));
        return id;
    }

    private String alert() {
        var id = UUID.randomUUID().toString();
        rows.change("""
                insert into alert (id, organization_id, mode, kind, cause, title, details, status, raised_at, updated_at)
                values ('%s', '%s', 'LIVE', 'PLAN_LIMIT_CLOSE', 'any', 'Close', '{}', 'OPEN', now(), now())""".formatted(id, tracking.organization().id()));
        return id;
    }

    @Test
    void what_the_document_lets_pass_is_taken_and_nothing_else() {
        var changed = new HashMap<String, JsonNode>();
        document.operations()
                .filter(operation -> operation.method().equals("PATCH"))
                .forEach(operation -> changed.put(operation.path().substring("/api/v1/".length()), operation.node()));
        assertThat(addresses.keySet()).containsExactlyInAnyOrderElementsOf(changed.keySet());
        var differences = new ArrayList<String>();
        addresses.forEach((template, address) -> {
            var schema = document.resolve(changed.get(template).at("/requestBody/content/application~1json/schema"));
            schema.path("properties").properties().forEach(field -> values(field.getValue())
                    .forEach(value -> difference(
                                    address, schema, JSON.objectNode().set(field.getKey(), value))
                            .ifPresent(differences::add)));
        });
        assertThat(differences).isEmpty();
    }

    /** At the bounds of a field and beyond them. What must be an address is none at whatever length. */
    private static List<JsonNode> values(JsonNode field) {
        var values = new ArrayList<JsonNode>(List.of(JSON.nullNode()));
        if (field.has("maxLength")
                && !field.has("format")
                && field.path("maxLength").intValue() != 2_000) {
            values.add(JSON.textNode("x".repeat(field.path("maxLength").intValue())));
            values.add(JSON.textNode("x".repeat(field.path("maxLength").intValue() + 1)));
        }
        for (var bound : List.of("minimum", "maximum")) {
            if (field.has(bound)) {
                values.add(field.get(bound));
                values.add(JSON.numberNode(field.get(bound).decimalValue().add(BigDecimal.ONE)));
                values.add(JSON.numberNode(field.get(bound).decimalValue().subtract(BigDecimal.ONE)));
            }
        }
        if (field.path("type").toString().matches(".*(number|integer).*")) {
            values.add(JSON.numberNode(new BigDecimal("1.5")));
        }
        return values;
    }

    private Optional<String> difference(String address, JsonNode schema, JsonNode body) {
        var allowed = document.schemas().faultsOfRequest(schema, body).isEmpty();
        var answer = as(tracking.organization().tga()).body(body.toString()).patch("/api/v1/" + address);
        var taken = answer.statusCode() != 400;
        var text = body.toString();
        return allowed == taken
                ? Optional.empty()
                : Optional.of("%s %s: told %s, %d %s"
                        .formatted(
                                address.replaceFirst("/.*", ""),
                                text.substring(0, Math.min(60, text.length())),
                                allowed ? "to be taken" : "to be refused",
                                answer.statusCode(),
                                taken ? "" : answer.asString()));
    }
}
