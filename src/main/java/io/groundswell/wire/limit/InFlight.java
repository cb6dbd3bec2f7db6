package io.groundswell.wire.limit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;

/** How many requests of each caller this instance is answering right now. */
@ApplicationScoped
class InFlight {
    private final ConcurrentHashMap<String, Integer> running = new ConcurrentHashMap<>();

    /** Whether there was room; whoever entered must leave. */
    boolean enter(String subject, long limit) {
        var now = running.merge(subject, 1, Integer::sum);
        if (limit >= 0 && now > limit) {
            leave(subject);
            return false;
        }
        return true;
    }

    void leave(String subject) {
        running.computeIfPresent(subject, (key, count) -> count == 1 ? null : count - 1);
    }
}
