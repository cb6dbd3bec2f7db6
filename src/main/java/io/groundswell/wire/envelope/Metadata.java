package io.groundswell.wire.envelope;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.wire.StorableJson;
import java.nio.charset.StandardCharsets;

/** What agents keep with a thing: any JSON object that can be stored, and given back as it came. */
public final class Metadata {
    public static final String NONE = "{}";
    private static final int MAX_BYTES = 16_384;

    private Metadata() {}

    /** @param value null when there is none */
    public static Rules check(Rules rules, ObjectNode value) {
        var storable = value == null || StorableJson.is(value);
        return rules.that(
                        value == null || !storable || bytes(value) <= MAX_BYTES,
                        "metadata",
                        "must have at most %,d bytes".formatted(MAX_BYTES))
                .that(storable, "metadata", StorableJson.RULE);
    }

    private static long bytes(ObjectNode value) {
        var digits = StorableJson.digits(value);
        return digits > MAX_BYTES ? digits : text(value).getBytes(StandardCharsets.UTF_8).length;
    }

    /** @param value null for none */
    public static String text(ObjectNode value) {
        return value == null ? NONE : StorableJson.text(value);
    }
}
