package io.groundswell.generation.language;

import static io.groundswell.generation.language.PlanForm.texts;

import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.groundswell.mission.ContentType;
import java.util.List;
import java.util.stream.Stream;

/** What the words of an item have to look like, by its type. Every field is there; what does not apply is empty. */
final class DraftForm {
    static final List<String> COMMON =
            List.of("hook", "call_to_action", "hashtags", "alt_text", "target_audience", "language", "confidence");

    private DraftForm() {}

    static JsonObjectSchema of(ContentType type) {
        var form = JsonObjectSchema.builder();
        switch (type) {
            case POST, STORY -> form.addStringProperty("text", "The whole text");
            case THREAD -> form.addProperty("parts", texts("The parts in their order, without numbers"));
            case CAROUSEL ->
                form.addStringProperty("text", "The caption")
                        .addProperty("slides", texts("The headline of each slide; the first is the cover"));
            case REEL, VIDEO ->
                form.addStringProperty("text", "The caption")
                        .addProperty("script", texts("What each scene shows as a line"));
            case ARTICLE ->
                form.addStringProperty("headline", "The title")
                        .addStringProperty("text", "The teaser")
                        .addStringProperty("body", "The article");
            case POLL ->
                form.addStringProperty("text", "What leads to the question")
                        .addStringProperty("question", "The question")
                        .addProperty("options", texts("2 to 4 answers"))
                        .addIntegerProperty("duration_hours", "How long it is open, 1 to 168");
        }
        return form.addStringProperty("hook", "The first words, which make people stop")
                .addStringProperty("call_to_action", "One line, or empty")
                .addProperty("hashtags", texts("Each with its #; may be empty"))
                .addStringProperty("alt_text", "What a picture beside the text shows, for those who do not see it")
                .addStringProperty("target_audience", "Whom it addresses, in a few words")
                .addStringProperty("language", "ISO 639-1 code of the language it is in")
                .addNumberProperty("confidence", "0 to 1: how sure you are that a strict reviewer accepts it as it is")
                .required(fields(type))
                .additionalProperties(false)
                .build();
    }

    /** The names of all fields. */
    static List<String> fields(ContentType type) {
        var own =
                switch (type) {
                    case POST, STORY -> List.of("text");
                    case THREAD -> List.of("parts");
                    case CAROUSEL -> List.of("text", "slides");
                    case REEL, VIDEO -> List.of("text", "script");
                    case ARTICLE -> List.of("headline", "text", "body");
                    case POLL -> List.of("text", "question", "options", "duration_hours");
                };
        return Stream.concat(own.stream(), COMMON.stream()).toList();
    }
}
