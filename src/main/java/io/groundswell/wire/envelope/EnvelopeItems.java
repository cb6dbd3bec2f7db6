package io.groundswell.wire.envelope;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.function.Function;

/** All of several things, which are no list that goes on. */
@RegisterForReflection
public record EnvelopeItems<T>(List<T> data, Nothing error, Nothing meta) {
    public static <T, R> EnvelopeItems<R> of(List<T> items, Function<T, R> change) {
        return new EnvelopeItems<>(items.stream().map(change).toList(), null, null);
    }
}
