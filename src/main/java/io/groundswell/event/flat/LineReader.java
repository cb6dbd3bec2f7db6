package io.groundswell.event.flat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.shared.Refusal;
import io.groundswell.wire.Bodies;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** Reads JSON that stands in a line of a file, as it reads bodies. */
@ApplicationScoped
class LineReader {
    private final Bodies bodies;
    private final ObjectMapper json;

    LineReader(Bodies bodies, ObjectMapper json) {
        this.bodies = bodies;
        this.json = json;
    }

    /** Null for what is no object. */
    ObjectNode object(byte[] text) throws IOException {
        try {
            return bodies.read(text) instanceof ObjectNode object ? object : null;
        } catch (JsonProcessingException | NumberFormatException | Refusal unreadable) {
            return null;
        }
    }

    ObjectNode object() {
        return json.createObjectNode();
    }
}
