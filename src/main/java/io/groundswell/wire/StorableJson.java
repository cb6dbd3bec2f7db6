package io.groundswell.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;

/** Tells what can be stored and given back as it came. */
public final class StorableJson {
    public static final String RULE =
            "must not contain U+0000, half of a surrogate pair, or a number that is out of range";

    /** More than the least double has. */
    private static final int MOST_DECIMALS = 400;

    private static final ObjectWriter AS_STORED =
            new ObjectMapper().writer().with(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

    private StorableJson() {}

    public static boolean is(JsonNode value) {
        if (value.isTextual()) {
            return TextDeserializer.storable(value.textValue());
        }
        if (value.isNumber()) {
            return isInRange(value);
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

    /** Neither too large nor too small for a double: few characters can name a number with thousands of digits. */
    private static boolean isInRange(JsonNode number) {
        var nearest = number.doubleValue();
        if (!Double.isFinite(nearest)) {
            return false;
        }
        var exact = number.decimalValue();
        return exact.signum() == 0 || nearest != 0 && exact.scale() <= MOST_DECIMALS;
    }

    /** How many characters the numbers with decimals or exponents in it take as they are stored: to be asked before they are written out. */
    public static long digits(JsonNode storable) {
        if (storable.isBigDecimal()) {
            var number = storable.decimalValue();
            return (long) Math.max(number.precision(), number.scale()) + Math.max(0, -number.scale());
        }
        var digits = 0L;
        for (var inner : storable) {
            digits += digits(inner);
        }
        return digits;
    }

    /** As the database keeps it and gives it back, with every digit of every number: nine characters can become four hundred. */
    public static String text(JsonNode storable) {
        try {
            return AS_STORED.writeValueAsString(storable);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot be stored", e);
        }
    }
}
