package io.groundswell.wire.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.wire.TextDeserializer;
import java.nio.charset.StandardCharsets;

/** What agents keep with a thing: any JSON object that can be stored, and given back as it came. */
public final class Metadata {
    public static final String NONE = "{}";
    private static final int MAX_BYTES = 16_384;

    private Metadata() {}

    /** @param value null when there is none */
    public static Rules check(Rules rules, ObjectNode value) {
        return rules.that(
                        value == null || text(value).getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES,
                        "metadata",
                        "must have at most %,d bytes".formatted(MAX_BYTES))
                .that(
                        value == null || isStorable(value),
                        "metadata",
                        "must not contain U+0000, half of a surrogate pair, or a number that is out of range");
    }

    /** @param value null for none */
    public static String text(ObjectNode value) {
        return value == null ? NONE : value.toString();
    }

    private static boolean isStorable(JsonNode value) {
        if (value.isTextual()) {
            return TextDeserializer.storable(value.textValue());
        }
        if (value.isNumber()) {
            return Double.isFinite(value.doubleValue());
        }
        for (var field : value.properties()) {
            if (!TextDeserializer.storable(field.getKey())) {
                return false;
            }
        }
        for (var inner : value) {
            if (!isStorable(inner)) {
                return false;
            }
        }
        return true;
    }
}
