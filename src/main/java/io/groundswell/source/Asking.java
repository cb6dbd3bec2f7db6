package io.groundswell.source;

import io.groundswell.source.SourceFailure.Kind;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.BiFunction;

/** Asks sources, with a token that is good, and keeps how they did. Never in a transaction. */
@ApplicationScoped
class Asking {
    private final Sources sources;
    private final SourceState state;
    private final Tokens tokens;
    private final MeterRegistry meters;
    private final Clock clock;

    Asking(Sources sources, SourceState state, Tokens tokens, MeterRegistry meters, Clock clock) {
        this.sources = sources;
        this.state = state;
        this.tokens = tokens;
        this.meters = meters;
        this.clock = clock;
    }

    <T> T ask(ConnectedSource connected, BiFunction<Source, Credentials, T> question) {
        var source = sources.of(connected.kind());
        var current = connected;
        try {
            current = tokens.good(source, connected, clock.instant());
            T answer;
            try {
                answer = question.apply(source, tokens.open(current));
            } catch (SourceFailure failure) {
                if (failure.kind() != Kind.TOKEN_OVER) {
                    throw failure;
                }
                // A token may end before its time; another one is fetched once.
                current = tokens.another(source, current);
                answer = question.apply(source, tokens.open(current));
            }
            state.succeeded(current);
            count(source, "answered");
            return answer;
        } catch (SourceFailure failure) {
            count(source, failure.kind().toString());
            switch (failure.kind()) {
                case ABSENT -> state.succeeded(current);
                case WAITING -> {} // Says nothing of the source.
                default -> state.failed(current, failure);
            }
            throw failure;
        }
    }

    private void count(Source source, String outcome) {
        meters.counter("groundswell.source.calls", "source", source.kind().toString(), "outcome", outcome)
                .increment();
    }
}
