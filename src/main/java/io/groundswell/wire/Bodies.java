package io.groundswell.wire;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;
import io.groundswell.shared.Refusal;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Reads the whole body before it is parsed: bounded, strict UTF-8, and kept for the idempotency hash. */
@Provider
@ApplicationScoped
@Priority(FilterOrder.BODY)
public class Bodies implements ContainerRequestFilter {
    public static final String BYTES = "groundswell.body";
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final byte[] EMPTY_OBJECT = {'{', '}'};

    enum BodyError implements ErrorCode {
        BODY_TOO_LARGE(Kind.TOO_LARGE),
        BODY_NOT_UTF8(Kind.INVALID);

        private final Kind kind;

        BodyError(Kind kind) {
            this.kind = kind;
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    private final WireConfig config;
    private final RoutingContext routing;

    Bodies(WireConfig config, RoutingContext routing) {
        this.config = config;
        this.routing = routing;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (!WITH_BODY.contains(request.getMethod())) {
            return;
        }
        var bytes = request.getEntityStream().readNBytes(config.maxBodyBytes() + 1);
        if (bytes.length > config.maxBodyBytes()) {
            throw Refusal.of(BodyError.BODY_TOO_LARGE, "%s", Requests.tooLarge(config.maxBodyBytes()));
        }
        requireUtf8(bytes);
        // Actions are documented without a body; that is the same as an empty object.
        var body = bytes.length == 0 ? EMPTY_OBJECT : bytes;
        routing.put(BYTES, body);
        request.setEntityStream(new ByteArrayInputStream(body));
    }

    private static void requireUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw Refusal.of(BodyError.BODY_NOT_UTF8, "The body is not valid UTF-8");
        }
    }
}
