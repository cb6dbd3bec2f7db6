package io.groundswell.wire.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.shared.Violation;
import io.groundswell.text.Blank;
import io.groundswell.text.Characters;
import java.util.ArrayList;
import java.util.List;

/** What must hold for the fields of a body, beside their types. */
public final class Rules {
    /** How long one is at most, in characters. */
    public static final int README = 20_000;

    private final JsonNode body;
    private final String prefix;
    private final List<Violation> broken = new ArrayList<>();

    public Rules(JsonNode body) {
        this(body, "");
    }

    /** @param prefix what stands before the names of the fields, such as {@code creators[2].} */
    public Rules(JsonNode body, String prefix) {
        this.body = body;
        this.prefix = prefix;
    }

    public Rules requires(String field) {
        return body.path(field).isMissingNode() || body.path(field).isNull() ? broken(field, "is required") : this;
    }

    /** It may be left out, but then nothing changes. */
    public Rules refusesNull(String field) {
        return body.path(field).isNull() ? broken(field, "must not be null") : this;
    }

    /** @param value null when there is none */
    public Rules words(String field, String value, int most) {
        if (value != null && Blank.is(value)) {
            return broken(field, "must not be blank");
        }
        return text(field, value, most);
    }

    /** @param value null when there is none */
    public Rules text(String field, String value, int most) {
        return value != null && Characters.count(value) > most
                ? broken(field, "must have at most %,d characters".formatted(most))
                : this;
    }

    /** Notes about anything, in Markdown or what people like. */
    public Rules readme(String value) {
        return text("readme", value, README);
    }

    /** Of a change. */
    public Rules changesOneOf(List<String> fields) {
        return fields.stream().anyMatch(body::has)
                ? this
                : broken("body", "must have one of these at least: " + String.join(", ", fields));
    }

    public Rules that(boolean holds, String field, String otherwise) {
        return holds ? this : broken(field, otherwise);
    }

    private Rules broken(String field, String message) {
        broken.add(new Violation(prefix + field, prefix + field + " " + message));
        return this;
    }

    public List<Violation> broken() {
        return broken;
    }
}
