package io.groundswell.wire.idempotency;

import io.groundswell.work.Repeat;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Deletes idempotency keys whose day is over. */
@ApplicationScoped
class OldKeys implements Round {
    private final IdempotencyKeys keys;
    private final Repeat repeat;

    OldKeys(IdempotencyKeys keys, Repeat repeat) {
        this.keys = keys;
        this.repeat = repeat;
    }

    @Override
    public String name() {
        return "old_idempotency_keys";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public int run(Instant deadline) {
        return repeat.until(deadline, keys::purge);
    }
}
