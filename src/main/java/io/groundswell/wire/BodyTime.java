package io.groundswell.wire;

import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;

/**
 * How long the body of a request may take. A thread waits for it, and the time that the framework gives begins anew with each byte.
 * Beyond it the connection is closed, or the one stream of an HTTP/2 connection, and whoever reads fails.
 */
@ApplicationScoped
class BodyTime {
    private static final long LOOK_AGAIN_MS = 100;

    private final WireConfig config;
    private final Vertx vertx;

    BodyTime(WireConfig config, Vertx vertx) {
        this.config = config;
        this.vertx = vertx;
    }

    /** From now on: what a request waited before, for a thread perhaps, is not the fault of whoever sent it. */
    void limit(HttpServerRequest request) {
        var timer = vertx.setTimer(config.bodyTime().toMillis(), over -> cutOff(request));
        request.end().onComplete(whole -> vertx.cancelTimer(timer));
    }

    /** A file has all the time that it needs, as long as it comes. */
    InputStream limit(HttpServerRequest request, InputStream file) {
        var patience = new Patience(config.bodyTime());
        watch(request, patience);
        return new AwaitedFile(file, patience);
    }

    private void watch(HttpServerRequest request, Patience patience) {
        var left = patience.leftMillis();
        if (left <= 0) {
            cutOff(request);
        } else if (!request.response().ended() && !request.response().closed()) {
            vertx.setTimer(Math.max(left, LOOK_AGAIN_MS), over -> watch(request, patience));
        }
    }

    private static void cutOff(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2) {
            request.response().reset();
            return;
        }
        // Who resets a stream is not told of it, and a thread that reads would go on waiting. Who is told of a fault
        // is.
        var late = Http2Exception.streamError(request.streamId(), Http2Error.CANCEL, "The body took too long");
        var channel = ((ConnectionBase) request.connection()).channel();
        channel.eventLoop().execute(() -> {
            var connection = channel.pipeline().context(Http2ConnectionHandler.class);
            ((Http2ConnectionHandler) connection.handler()).onError(connection, true, late);
        });
    }
}
