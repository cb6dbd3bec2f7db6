package io.groundswell.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Partial updates (RFC 7396): fields that are sent replace what was there, field by field, and an explicit null puts
 * a field back to its default.
 */
@ApplicationScoped
public class JsonMerge {
    private final ObjectMapper json;

    JsonMerge(ObjectMapper json) {
        this.json = json;
    }

    /** @param param what errors call the patched value, such as {@code constraints}; empty for the body itself */
    public <T> T merge(String param, T current, JsonNode patch, Class<T> type) {
        try {
            return json.treeToValue(patched(current, patch), type);
        } catch (JsonMappingException e) {
            if (!param.isEmpty()) {
                e.prependPath(type, param);
            }
            throw new Unreadable(e);
        } catch (JsonProcessingException e) {
            throw new Unreadable(e);
        }
    }

    /** The merged value before it is read. */
    public JsonNode patched(Object current, JsonNode patch) {
        return apply(json.valueToTree(current), patch);
    }

    private static JsonNode apply(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        var result = target != null && target.isObject() ? (ObjectNode) target : ((ObjectNode) patch).objectNode();
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                result.remove(field.getKey());
            } else {
                result.set(field.getKey(), apply(result.get(field.getKey()), field.getValue()));
            }
        });
        return result;
    }

    /** The merged value has the wrong shape; the cause says where. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(JsonProcessingException cause) {
            super(cause);
        }
    }
}
