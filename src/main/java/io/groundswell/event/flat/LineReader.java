package io.groundswell.event.flat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** Reads JSON that stands in a line of a file. */
@ApplicationScoped
class LineReader {
    private final ObjectMapper json;

    LineReader(ObjectMapper json) {
        this.json = json;
    }

    /** Null for what is no object. */
    ObjectNode object(byte[] text) throws IOException {
        try {
            // Numbers stay as they were written.
            JsonNode read = json.reader(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(text);
            return read instanceof ObjectNode object ? object : null;
        } catch (JsonProcessingException unreadable) {
            return null;
        }
    }

    ObjectNode object() {
        return json.createObjectNode();
    }
}
