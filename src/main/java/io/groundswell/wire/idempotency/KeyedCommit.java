package io.groundswell.wire.idempotency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Nullable;
import jakarta.enterprise.context.RequestScoped;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a {@linkplain Idempotent#detached() detached} call does here, in one commit with the answer to its key: whether the server dies
 * or the outcome of the commit is lost, a repeat finds both or neither.
 */
@RequestScoped
public class KeyedCommit {
    /** What the key of a call is answered as soon as that call has done its part. */
    record Told(Object response, Answer answer) {}

    private record Done<T>(T result, @Nullable Told told) {}

    private final IdempotencyKeys keys;
    private Reservation reservation;
    private Function<Object, Answer> answers;
    private Told told;

    KeyedCommit(IdempotencyKeys keys) {
        this.keys = keys;
    }

    /** From now on the call has a key. */
    void begin(Reservation reserved, Function<Object, Answer> kept) {
        reservation = reserved;
        answers = kept;
    }

    /** Null when nothing was done in a commit with the key. */
    @Nullable
    Told told() {
        return told;
    }

    public <T> T of(Supplier<T> effect) {
        return of(effect, result -> result);
    }

    /** @param response what repeats are answered until the call itself is, should that be something else */
    public <T> T of(Supplier<T> effect, Function<T, ?> response) {
        var done = QuarkusTransaction.requiringNew().call(() -> {
            var result = effect.get();
            return new Done<>(result, reservation == null ? null : store(response.apply(result)));
        });
        told = done.told();
        return done.result();
    }

    private Told store(Object response) {
        var answer = answers.apply(response);
        if (!keys.settle(reservation, answer)) {
            throw IdempotencyKeys.running();
        }
        return new Told(response, answer);
    }
}
