package io.groundswell.wire;

import io.netty.channel.Channel;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

/** What a request came over, and its answer goes. */
public final class CallersConnection {
    private static final int MOST_WAIT_MS = 1_000;

    private CallersConnection() {}

    /**
     * Whether nobody can be answered any more. A response alone does not always learn that its connection broke when something
     * was written to it.
     */
    public static boolean isClosed(HttpServerRequest request) {
        return request.response().closed() || !channel(request).isOpen();
    }

    /**
     * The same for whoever may know before the connection does, since it failed to read or write. An event loop cannot wait for
     * that, and calls nobody else either.
     */
    static boolean isBroken(HttpServerRequest request) {
        var loop = channel(request).eventLoop();
        if (loop.inEventLoop()) {
            return true;
        }
        loop.submit(() -> {}).awaitUninterruptibly(MOST_WAIT_MS);
        return isClosed(request);
    }

    private static Channel channel(HttpServerRequest request) {
        return ((ConnectionBase) request.connection()).channel();
    }
}
