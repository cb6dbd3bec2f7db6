package io.groundswell.wire.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The documents that this server publishes, each as the build wrote it. */
@ApplicationScoped
public class OwnDocuments {
    static final String OF_SITE = "<default>";

    private final ObjectMapper json;
    private final Map<String, byte[]> read = new ConcurrentHashMap<>();

    OwnDocuments(ObjectMapper json) {
        this.json = json;
    }

    /** Not to be changed: the bytes are the same for everybody. */
    byte[] read(String name, Format format) {
        var suffix = name.equals(OF_SITE) ? "" : "-" + name;
        return read.computeIfAbsent(OpenApiConstants.BASE_NAME + suffix + "." + format, OwnDocuments::built);
    }

    private static byte[] built(String file) {
        try (var stream = OwnDocuments.class.getClassLoader().getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("The build wrote no " + file);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy of that of the creators contract; it is the same each time, for as long as the server runs. */
    public ObjectNode creators() {
        try {
            return (ObjectNode) json.readTree(read("creators", Format.JSON));
        } catch (IOException e) {
            throw new UncheckedIOException("The server's own document cannot be read", e);
        }
    }
}
