package io.groundswell.generation.language;

import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.nio.charset.StandardCharsets;

/**
 * One question to a language model.
 *
 * @param reference names the call for the provider's support
 * @param system our rules
 * @param user the task, with the material of the organization marked as such
 * @param form what the answer has to look like
 */
public record Question(String reference, String system, String user, JsonObjectSchema form) {
    /** What providers add to a question: roles, the words that explain a tool. */
    private static final long ADDED_TOKENS = 1_000;

    public JsonSchema schema() {
        return JsonSchema.builder().name("answer").rootElement(form).build();
    }

    Question followedBy(String more) {
        return new Question(reference, system, user + "\n\n" + more, form);
    }

    /** An upper bound: tokenizers of these models take at least one byte for a token. */
    long mostTokens() {
        return ADDED_TOKENS + bytes(system) + bytes(user) + bytes(form.toString());
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
