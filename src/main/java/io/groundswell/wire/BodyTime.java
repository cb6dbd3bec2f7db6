package io.groundswell.wire;

import io.groundswell.file.AwaitedFile;
import io.groundswell.file.Patience;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;

/**
 * How long the body of a request may take. A thread waits for it, and the time that the framework gives begins anew with each byte.
 * Beyond it the connection is closed, and whoever reads fails.
 */
@ApplicationScoped
class BodyTime {
    private static final long LOOK_AGAIN_MS = 100;
    /** Bytes for which another second is waited: the pace of a line that nobody would send a file on. */
    private static final int SLOWEST = 8_192;

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
        var patience = new Patience(config.bodyTime(), SLOWEST, System::nanoTime);
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

    /** All of the connection, also one of HTTP/2: a thread that reads is not told that its stream alone has ended. */
    private static void cutOff(HttpServerRequest request) {
        request.connection().close();
    }
}
