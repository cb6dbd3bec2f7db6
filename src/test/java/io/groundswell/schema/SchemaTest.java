package io.groundswell.schema;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.testing.Api;
import io.groundswell.testing.Exchange;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Transcript;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the schema tells is what the server answers. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonNode schema;

    @BeforeEach
    void read() throws IOException {
        schema = JSON.readTree(
                        as(Api.organization().tga()).get("/api/v1/schema").asString())
                .get("data");
    }

    private JsonNode fields(String entity) {
        return schema.at("/entities/" + entity + "/fields");
    }

    /** Whatever the transcripts show of an entity has its fields, no more and no less, of their types. */
    @Test
    void every_entity_is_answered_as_it_is_told() {
        var seen = new HashSet<String>();
        for (var answered : answered()) {
            for (var entity : schema.get("entities").properties()) {
                if (names(fields(entity.getKey())).equals(names(answered))) {
                    seen.add(entity.getKey());
                    answered.properties().forEach(field -> assertThat(fits(
                                    field.getValue(), fields(entity.getKey()).get(field.getKey())))
                            .as("%s of %s", field, entity.getKey())
                            .isTrue());
                }
            }
        }
        assertThat(seen).contains("organization", "project", "creator", "video", "campaign", "campaign_item");
        assertThat(seen).containsAll(withoutOptionalFields());
    }

    /** An annotation's label is there only where it is inherited, so that its names vary. */
    private Set<String> withoutOptionalFields() {
        var all = names(schema.get("entities"));
        all.remove("annotation");
        return all;
    }

    @Test
    void an_annotation_is_answered_as_it_is_told() {
        var told = names(fields("annotation"));
        told.remove("entity_label");
        assertThat(answered())
                .filteredOn(answered -> answered.has("author_name"))
                .isNotEmpty()
                .allSatisfy(answered -> {
                    assertThat(names(answered)).isEqualTo(told);
                    answered.properties().forEach(field -> assertThat(
                                    fits(field.getValue(), fields("annotation").get(field.getKey())))
                            .as(field.toString())
                            .isTrue());
                });
    }

    private static boolean fits(JsonNode value, JsonNode field) {
        if (value.isTextual() && value.textValue().startsWith("<any")) {
            return true;
        }
        if (value.isNull()) {
            return field.get("nullable").asBoolean();
        }
        var choices = new ArrayList<String>();
        field.get("enum").forEach(choice -> choices.add(choice.asText()));
        return (choices.isEmpty() || choices.contains(value.asText()))
                && switch (field.get("type").asText()) {
                    case "string" -> value.isTextual();
                    case "integer" -> value.isIntegralNumber();
                    case "number" -> value.isNumber();
                    case "boolean" -> value.isBoolean();
                    case "array" -> value.isArray();
                    case "object" -> value.isObject();
                    default -> throw new AssertionError("No type of JSON: " + field);
                };
    }

    private static Set<String> names(JsonNode object) {
        var names = new HashSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<JsonNode> answered() {
        var answered = new ArrayList<JsonNode>();
        Transcript.below("envelope").stream()
                .flatMap(transcript -> transcript.exchanges().stream())
                .filter(exchange -> exchange.status() < 300 && exchange.answer() != null)
                .map(SchemaTest::data)
                .forEach(data -> collect(data, answered));
        return answered;
    }

    private static void collect(JsonNode data, List<JsonNode> answered) {
        if (data.isArray()) {
            data.forEach(answered::add);
        } else if (data.isObject()) {
            answered.add(data);
        }
    }

    private static JsonNode data(Exchange exchange) {
        if (exchange.answer().equals("<any>")) {
            return JSON.missingNode();
        }
        try {
            return JSON.readTree(exchange.answer()).path("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void every_entity_says_what_it_is() {
        assertThat(schema.get("entities").properties()).isNotEmpty().allSatisfy(entity -> assertThat(
                        entity.getValue().get("description").asText())
                .isNotBlank());
    }

    /** What is only a part of an answer is no entity; an update is the one thing that is told by whom it is about. */
    @Test
    void an_entity_is_or_belongs_to_something_with_an_id() {
        assertThat(names(schema.get("entities")))
                .filteredOn(entity -> names(fields(entity)).stream().noneMatch(field -> field.matches("(.*_)?id")))
                .containsExactly("update");
    }

    @Test
    void relationships_lead_from_fields_to_entities() {
        var told = new ArrayList<String>();
        schema.get("relationships").forEach(one -> {
            told.add(
                    "%s.%s".formatted(one.get("from").asText(), one.get("field").asText()));
            assertThat(fields(one.get("from").asText()).has(one.get("field").asText()))
                    .isTrue();
            assertThat(one.get("to")).isNotEmpty();
            if (!one.get("by").isNull()) {
                var by = fields(one.get("from").asText()).get(one.get("by").asText());
                assertThat(by.get("enum")).isEqualTo(one.get("to"));
            }
        });
        assertThat(told)
                .contains(
                        "annotation.entity_id",
                        "campaign.project_id",
                        "campaign_item.campaign_id",
                        "campaign_item.item_id",
                        "creator.project_id",
                        "payout_payment.accrual_ids",
                        "project.org_id",
                        "video.creator_id");
    }
}
