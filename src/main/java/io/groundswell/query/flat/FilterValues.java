package io.groundswell.query.flat;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.shared.Refusal;
import io.groundswell.text.Characters;
import io.groundswell.wire.StorableJson;
import io.groundswell.wire.TextDeserializer;
import java.math.BigDecimal;

/** What filters compare with: a text, a number or a boolean. */
public final class FilterValues {
    public static final int MOST_FILTERS = 20;
    private static final int LONGEST_TEXT = 1_024;

    private FilterValues() {}

    /** @return a {@link String}, {@link BigDecimal} or {@link Boolean} */
    public static Object read(String param, JsonNode value) {
        if (value == null || value.isNull()) {
            throw Refusal.invalid(param, "%s is required", param);
        }
        if (value.isTextual()) {
            return text(param, value.textValue());
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isNumber()) {
            if (!StorableJson.is(value)) {
                throw Refusal.invalid(param, "%s is out of range", param);
            }
            return value.decimalValue();
        }
        throw Refusal.invalid(param, "%s must be a text, a number or a boolean", param);
    }

    private static String text(String param, String text) {
        if (!TextDeserializer.storable(text)) {
            throw Refusal.invalid(param, "%s must not contain U+0000 or half of a surrogate pair", param);
        }
        if (Characters.count(text) > LONGEST_TEXT) {
            throw Refusal.invalid(param, "%s must have at most %,d characters", param, LONGEST_TEXT);
        }
        return text;
    }
}
