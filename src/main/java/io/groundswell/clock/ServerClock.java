package io.groundswell.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The only source of time, in microseconds because that is what the database keeps. Development may move it. */
@ApplicationScoped
public class ServerClock {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    /** From here on the clock runs on from {@code now}. */
    public void set(Instant now) {
        ahead.set(Duration.between(machine().instant(), now));
    }

    public void reset() {
        ahead.set(Duration.ZERO);
    }

    @Produces
    @Singleton
    Clock clock() {
        return new Running(ahead);
    }

    private static Clock machine() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }

    private static final class Running extends Clock {
        private final AtomicReference<Duration> ahead;

        Running(AtomicReference<Duration> ahead) {
            this.ahead = ahead;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.offset(machine().withZone(zone), ahead.get());
        }

        @Override
        public Instant instant() {
            return machine().instant().plus(ahead.get());
        }
    }
}
