package io.groundswell.wire.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Requests and answers out of the transcripts, as a test has written them down. */
final class Examples {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode all;

    private Examples(JsonNode all) {
        this.all = all;
    }

    static Examples of(String name) {
        try (var file = Examples.class.getResourceAsStream(name + "-examples.json")) {
            return new Examples(file == null ? MissingNode.getInstance() : JSON.readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Object> request(Endpoint endpoint) {
        return value(all.path(endpoint.address()).path("request"));
    }

    Optional<Object> success(Endpoint endpoint) {
        return value(all.path(endpoint.address()).path("answer"));
    }

    /** By their codes. */
    Map<String, Object> refusals(Endpoint endpoint, int status) {
        var examples = new LinkedHashMap<String, Object>();
        all.path(endpoint.address())
                .path("refusals")
                .path(String.valueOf(status))
                .properties()
                .forEach(refusal -> examples.put(refusal.getKey(), plain(refusal.getValue())));
        return examples;
    }

    private static Optional<Object> value(JsonNode node) {
        return node.isMissingNode() ? Optional.empty() : Optional.of(plain(node));
    }

    private static Object plain(JsonNode node) {
        return JSON.convertValue(node, Object.class);
    }
}
