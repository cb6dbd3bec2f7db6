package io.groundswell.generation.remote;

import io.groundswell.generation.Route;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

/** One provider as seen from this instance: how it is called, how it has been doing, and what it cost. */
public final class Connection {
    private final Route route;
    private final Duration timeout;
    private final Telephone telephone;
    private final Faults faults;
    private final Circuit circuit;
    private final Figures figures;

    Connection(Route route, Duration timeout, Telephone telephone, Faults faults, Circuit circuit, Figures figures) {
        this.route = route;
        this.timeout = timeout;
        this.telephone = telephone;
        this.faults = faults;
        this.circuit = circuit;
        this.figures = figures;
    }

    public Route route() {
        return route;
    }

    public boolean isReachable() {
        return !circuit.isOpen();
    }

    public Line line() {
        return new Line(telephone, faults, timeout);
    }

    /** Makes one call over the line, unless the provider is being left alone. */
    public <T> T call(Line line, Function<Line, T> exchange) {
        var wait = circuit.enter();
        if (!wait.isZero()) {
            figures.refused(route);
            throw new RemoteFailure(RemoteFailure.Reason.LIMITED, "keeps failing and is left alone", wait, null);
        }
        var began = System.nanoTime();
        try {
            var answer = exchange.apply(line);
            circuit.succeeded();
            figures.called(route, "answered", began);
            return answer;
        } catch (RemoteFailure failure) {
            settle(failure);
            figures.called(route, failure.reason().name().toLowerCase(Locale.ROOT), began);
            throw failure;
        } catch (RuntimeException unreadable) {
            // Whoever sends an answer is up, however odd the answer.
            circuit.succeeded();
            figures.called(route, "unreadable", began);
            throw unreadable;
        }
    }

    private void settle(RemoteFailure failure) {
        if (failure.reason().isOutage()) {
            circuit.failed();
        } else {
            circuit.succeeded();
        }
    }

    public Figures figures() {
        return figures;
    }
}
