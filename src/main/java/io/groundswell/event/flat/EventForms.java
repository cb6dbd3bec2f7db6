package io.groundswell.event.flat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.wire.Bodies;
import io.groundswell.wire.BodyReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;

/** Reads what callers tell. */
@ApplicationScoped
class EventForms {
    private final Bodies bodies;
    private final BodyReader reader;
    private final ObjectMapper json;

    EventForms(Bodies bodies, BodyReader reader, ObjectMapper json) {
        this.bodies = bodies;
        this.reader = reader;
        this.json = json;
    }

    <T> T read(byte[] body, Class<T> type) throws IOException {
        var tree = bodies.read(body);
        try {
            return tree.isObject() ? json.treeToValue(tree, type) : carefully(tree, type);
        } catch (JsonProcessingException fault) {
            return carefully(tree, type);
        }
    }

    /** Takes its time to find all that is wrong. */
    private <T> T carefully(JsonNode tree, Class<T> type) {
        return reader.read(tree, type, read -> List.of());
    }
}
