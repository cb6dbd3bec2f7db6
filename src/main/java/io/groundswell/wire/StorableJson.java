package io.groundswell.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** Tells what can be stored and given back as it came. */
public final class StorableJson {
    public static final String RULE =
            "must not contain U+0000, half of a surrogate pair, or a number that is out of range";

    private StorableJson() {}

    public static boolean is(JsonNode value) {
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
            if (!is(inner)) {
                return false;
            }
        }
        return true;
    }
}
