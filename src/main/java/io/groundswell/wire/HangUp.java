package io.groundswell.wire;

import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The connection was closed, or its one stream, before the body was read to its end: by whoever sent it, or by {@link BodyTime}. */
final class HangUp {
    /** What reads the chunks of bodies, and gives up on a connection whose chunks it cannot read. */
    private static final String DECODER = "io.netty.handler.codec.http.";

    private HangUp() {}

    static boolean is(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).anyMatch(HangUp::isOne);
    }

    private static boolean isOne(Throwable cause) {
        return cause instanceof HttpClosedException
                || cause instanceof StreamResetException
                || cause instanceof ClosedChannelException
                // Others of its kind are about calls to somebody else, such as one that is refused.
                || cause.getClass() == SocketException.class
                || isUnreadableChunk(cause);
    }

    private static boolean isUnreadableChunk(Throwable cause) {
        return Stream.of(cause.getStackTrace()).limit(4).anyMatch(frame -> frame.getClassName()
                .startsWith(DECODER));
    }

    /** Not counted as a fault of the server; hardly anybody reads it. */
    static Failure failure(String requestId) {
        return new Failure(400, null, "The body ended before its time", List.of(), null, requestId);
    }
}
