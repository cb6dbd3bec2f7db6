package io.groundswell.publishing.sandbox;

import io.groundswell.publishing.PublishFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Failures that tests make the sandbox have, one per call, in the order they were asked for. None unless asked. */
@ApplicationScoped
public class SandboxFaults {

    /** What goes wrong with one call. */
    public enum Fault {
        PASSING,
        PERMANENT,
        /** Too many posts; the sandbox asks to be left alone for ten minutes. */
        LIMITED,
        /** The post is made, but the caller is told of a time-out. */
        TIMEOUT_AFTER_ACTING
    }

    private final Queue<Fault> queued = new ConcurrentLinkedQueue<>();
    private final Queue<Fault> lookUps = new ConcurrentLinkedQueue<>();

    /** For calls that post. */
    public void queue(Fault fault, int times) {
        for (var time = 0; time < times; time++) {
            queued.add(fault);
        }
    }

    /** For calls that ask what was posted. */
    public void queueForLookUps(Fault fault, int times) {
        for (var time = 0; time < times; time++) {
            lookUps.add(fault);
        }
    }

    public void clear() {
        queued.clear();
        lookUps.clear();
    }

    Optional<Fault> next() {
        return Optional.ofNullable(queued.poll());
    }

    Optional<Fault> nextLookUp() {
        return Optional.ofNullable(lookUps.poll());
    }

    static PublishFailure failure(Fault fault) {
        return switch (fault) {
            case PASSING -> PublishFailure.passing("The sandbox is not available", null);
            case LIMITED -> PublishFailure.limited("The sandbox had too many requests", Duration.ofMinutes(10));
            case PERMANENT -> PublishFailure.permanent("The sandbox does not take this post");
            case TIMEOUT_AFTER_ACTING -> PublishFailure.passing("The sandbox did not answer in time", null);
        };
    }
}
