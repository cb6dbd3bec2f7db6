package io.groundswell.generation.language;

import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import io.groundswell.generation.PlanBrief;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import java.util.Arrays;

/** What a plan has to look like. */
final class PlanForm {
    private PlanForm() {}

    static JsonObjectSchema of(PlanBrief brief) {
        var pillar = JsonObjectSchema.builder()
                .addStringProperty("name", "A few words, different for every pillar")
                .addNumberProperty("weight", "Its share of the items, above 0")
                .addProperty("topics", texts("3 to 6 topics, the most important first"))
                .required("name", "weight", "topics")
                .additionalProperties(false)
                .build();
        var format = JsonObjectSchema.builder()
                .addEnumProperty(
                        "platform",
                        brief.platforms().stream().map(Platform::toString).toList())
                .addEnumProperty(
                        "type",
                        Arrays.stream(ContentType.values())
                                .map(ContentType::toString)
                                .toList())
                .addNumberProperty("share", "Its share of the platform's items, above 0")
                .required("platform", "type", "share")
                .additionalProperties(false)
                .build();
        return JsonObjectSchema.builder()
                .addProperty(
                        "pillars",
                        JsonArraySchema.builder()
                                .description("2 to 5 content pillars")
                                .items(pillar)
                                .build())
                .addProperty(
                        "formats",
                        JsonArraySchema.builder()
                                .description("At least one type for every platform")
                                .items(format)
                                .build())
                .required("pillars", "formats")
                .additionalProperties(false)
                .build();
    }

    static JsonArraySchema texts(String description) {
        return JsonArraySchema.builder()
                .description(description)
                .items(new JsonStringSchema())
                .build();
    }
}
