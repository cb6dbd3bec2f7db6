package io.groundswell.outbound;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;

/**
 * For what clients of the HTTP engine begin. Begun on a thread of ours, one may not listen yet when the other side speaks first, and then it
 * waits for ever. Nothing here may block.
 */
@ApplicationScoped
public class EventLoop implements Executor {
    private final Vertx vertx;

    EventLoop(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public void execute(Runnable beginning) {
        vertx.getOrCreateContext().runOnContext(ignored -> beginning.run());
    }
}
