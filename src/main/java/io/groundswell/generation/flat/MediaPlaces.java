package io.groundswell.generation.flat;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** How many visuals this instance hands out at once: each is held in memory, with a thread, for as long as its client takes to read. */
@ApplicationScoped
class MediaPlaces {
    private static final int AT_ONCE = 32;
    private static final Duration WAIT = Duration.ofSeconds(5);

    private final Semaphore places = new Semaphore(AT_ONCE);

    enum MediaError implements ErrorCode {
        TOO_MANY_READERS;

        @Override
        public Kind kind() {
            return Kind.UNAVAILABLE;
        }
    }

    /** Whoever takes one gives it back. */
    void take() {
        if (!places.tryAcquire()) {
            throw Refusal.later(
                    MediaError.TOO_MANY_READERS,
                    WAIT,
                    "%d visuals are fetched at once, not more. Try again in a few seconds",
                    AT_ONCE);
        }
    }

    void giveBack() {
        places.release();
    }
}
