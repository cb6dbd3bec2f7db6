package io.groundswell.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;
import io.groundswell.shared.Refusal;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;

/** Reads the whole body before it is parsed: bounded, strict UTF-8, and kept for the idempotency hash. */
@Provider
@ApplicationScoped
@Priority(FilterOrder.BODY)
public class Bodies implements ContainerRequestFilter {
    public static final String BYTES = "groundswell.body";
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Set<Contract> OBJECTS_ONLY =
            EnumSet.of(Contract.MISSIONS, Contract.CREATORS, Contract.OPERATORS);
    private static final int MOST_BYTES_OF_A_CHARACTER = 4;
    private static final byte[] EMPTY_OBJECT = {'{', '}'};

    enum BodyError implements ErrorCode {
        BODY_TOO_LARGE(Kind.TOO_LARGE),
        BODY_NOT_UTF8(Kind.INVALID),
        BODY_NOT_AN_OBJECT(Kind.INVALID);

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
    private final BodyFence fence;
    private final BodyTime time;
    private final RoutingContext routing;
    private final ObjectMapper json;

    @Context
    ResourceInfo resource;

    Bodies(WireConfig config, BodyFence fence, BodyTime time, RoutingContext routing, ObjectMapper json) {
        this.config = config;
        this.fence = fence;
        this.time = time;
        this.routing = routing;
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (!WITH_BODY.contains(request.getMethod())) {
            return;
        }
        if (is(Upload.class)) {
            request.setEntityStream(time.limit(routing.request(), request.getEntityStream()));
            return;
        }
        time.limit(routing.request());
        // What no thread waits for is read later than this, and then with read.
        if (is(NonBlocking.class)) {
            return;
        }
        var most = (int) fence.most(routing.normalizedPath());
        var bytes = request.getEntityStream().readNBytes(most + 1);
        check(bytes, most);
        if (bytes.length > 0 && OBJECTS_ONLY.contains(Contract.of(resource))) {
            requireObject(bytes);
        }
        // Actions are documented without a body; that is the same as an empty object.
        var body = bytes.length == 0 ? EMPTY_OBJECT : bytes;
        routing.put(BYTES, body);
        request.setEntityStream(new ByteArrayInputStream(body));
    }

    private boolean is(Class<? extends Annotation> kind) {
        return resource.getResourceMethod().isAnnotationPresent(kind);
    }

    public JsonNode read(byte[] bytes) throws IOException {
        check(bytes, config.maxBodyBytes());
        return json.readTree(bytes.length == 0 ? EMPTY_OBJECT : bytes);
    }

    private static void check(byte[] bytes, int most) {
        if (bytes.length > most) {
            throw Refusal.of(BodyError.BODY_TOO_LARGE, "%s", Requests.tooLarge(most));
        }
        requireUtf8(bytes);
    }

    /** Also where the body is not looked at: an action that is sent something else was not meant. */
    private void requireObject(byte[] bytes) throws IOException {
        if (!json.readTree(bytes).isObject()) {
            throw Refusal.of(BodyError.BODY_NOT_AN_OBJECT, "The body must be a JSON object");
        }
    }

    private static void requireUtf8(byte[] bytes) {
        if (isWide(bytes)) {
            throw notUtf8();
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw notUtf8();
        }
    }

    /** UTF-16 and UTF-32 of ASCII are UTF-8 with a NUL beside each character, and the parser would take them for what they are. */
    private static boolean isWide(byte[] bytes) {
        for (var at = 0; at < Math.min(bytes.length, MOST_BYTES_OF_A_CHARACTER); at++) {
            if (bytes[at] == 0) {
                return true;
            }
        }
        return false;
    }

    private static Refusal notUtf8() {
        return Refusal.of(BodyError.BODY_NOT_UTF8, "The body is not valid UTF-8");
    }
}
