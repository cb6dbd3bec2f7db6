package io.groundswell.wire;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;

/** What is done when a request is over: once, also when its client hangs up. */
public final class Ending {
    private Ending() {}

    public static void of(RoutingContext routing, Runnable work) {
        var done = new AtomicBoolean();
        Runnable once = () -> {
            if (done.compareAndSet(false, true)) {
                work.run();
            }
        };
        routing.addEndHandler(ended -> once.run());
        // A client that hung up before this is not told of again.
        if (routing.response().closed() || routing.response().ended()) {
            once.run();
        }
    }
}
