package io.groundswell.event.flat;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.shared.Violation;
import io.groundswell.wire.TextDeserializer;
import java.util.List;

/** What properties may hold: any JSON that can be stored and given back as it came. */
final class PropertyRules {
    private PropertyRules() {}

    static List<Violation> violations(JsonNode properties) {
        return isStorable(properties)
                ? List.of()
                : List.of(
                        new Violation(
                                "properties",
                                "properties must not contain U+0000, half of a surrogate pair, or a number that is out of range"));
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
