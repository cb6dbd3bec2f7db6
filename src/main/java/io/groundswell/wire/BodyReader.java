package io.groundswell.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.shared.Refusal;
import io.groundswell.shared.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads a JSON object so that everything wrong with it is told at once, not only what the parser trips over first. */
@ApplicationScoped
public class BodyReader {
    private static final int MAX_FAULTS = 50;
    /** Characters that are read again to find more faults: all that there are of a body as people write them, two of the longest. */
    private static final int MOST_AGAIN = 2_097_152;

    private final ObjectMapper json;

    BodyReader(ObjectMapper json) {
        this.json = json;
    }

    /** @param rules what must hold besides; they do not judge a parameter that could not be read at all */
    public <T> T read(JsonNode body, Class<T> type, Function<T, List<Violation>> rules) {
        if (!(body instanceof ObjectNode object)) {
            throw Refusal.of(Refusal.Input.INVALID_INPUT, "The body must be a JSON object");
        }
        var wrong = new ArrayList<Violation>();
        var value = withoutFaults(object.deepCopy(), type, wrong);
        var unread = wrong.stream().map(Violation::param).toList();
        rules.apply(value).stream()
                .filter(violation -> !unread.contains(violation.param()))
                .forEach(wrong::add);
        Refusal.throwIfAny(wrong);
        return value;
    }

    /** Cuts out what cannot be read, one fault after the other, until the rest can. */
    private <T> T withoutFaults(ObjectNode body, Class<T> type, List<Violation> wrong) {
        long length = 0;
        for (var again = 1; ; again++) {
            try {
                return json.treeToValue(body, type);
            } catch (JsonProcessingException fault) {
                wrong.addAll(JsonFaults.violations(fault));
                length = length == 0 ? body.toString().length() : length;
                if (wrong.size() > MAX_FAULTS || again * length > MOST_AGAIN || !cut(body, fault)) {
                    Refusal.throwIfAny(wrong);
                    throw Refusal.of(Refusal.Input.INVALID_INPUT, "%s", JsonFaults.message(fault));
                }
            }
        }
    }

    /** Removes the named field nearest to the fault; that is what the fault is reported under. */
    private static boolean cut(ObjectNode body, JsonProcessingException fault) {
        if (!(fault instanceof JsonMappingException mapping)) {
            return false;
        }
        JsonNode at = body;
        JsonNode parent = null;
        String field = null;
        for (var step : mapping.getPath()) {
            if (step.getFieldName() != null) {
                parent = at;
                field = step.getFieldName();
            }
            at = step.getFieldName() != null ? at.path(step.getFieldName()) : at.path(step.getIndex());
        }
        return field != null && parent instanceof ObjectNode object && object.remove(field) != null;
    }
}
