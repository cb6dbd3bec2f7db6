package io.groundswell.wire;

import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.StreamResetException;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;

/** The connection was closed, or its one stream, before the body was read to its end: by whoever sent it, or by {@link BodyTime}. */
final class HangUp {
    /** What reads the chunks of bodies, and gives up on a connection whose chunks it cannot read. */
    private static final String DECODER = "io.netty.handler.codec.http.";

    private HangUp() {}

    /** Whether what was thrown is about a connection, and the caller's is broken. */
    static boolean is(Throwable thrown, HttpServerRequest request) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).anyMatch(HangUp::isOfAConnection)
                && CallersConnection.isBroken(request);
    }

    private static boolean isOfAConnection(Throwable cause) {
        return cause instanceof IOException
                || cause instanceof HttpClosedException
                || cause instanceof StreamResetException
                || isUnreadableChunk(cause);
    }

    private static boolean isUnreadableChunk(Throwable cause) {
        return Stream.of(cause.getStackTrace()).limit(4).anyMatch(frame -> frame.getClassName()
                .startsWith(DECODER));
    }

    /** Not counted as a fault of the server; hardly anybody reads it. */
    static Failure failure(String requestId) {
        return Failure.of(400, "The body ended before its time", requestId);
    }
}
