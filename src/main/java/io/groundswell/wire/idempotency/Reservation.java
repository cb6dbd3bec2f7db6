package io.groundswell.wire.idempotency;

import io.groundswell.shared.PublicId;

/**
 * A key that a call holds until it is answered.
 *
 * @param token by which the call knows that nobody else has taken the key meanwhile
 */
record Reservation(IdempotencyKey key, String token) {
    static Reservation of(IdempotencyKey key) {
        return new Reservation(key, PublicId.guessable(16));
    }
}
