package io.groundswell.live;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** How streams do on this instance. */
@ApplicationScoped
class StreamFigures {
    private final MeterRegistry meters;
    private final AtomicLong open;
    private final AtomicLong events;
    private final AtomicLong lagMillis;

    StreamFigures(MeterRegistry meters) {
        this.meters = meters;
        this.open = meters.gauge("groundswell.live.streams", new AtomicLong());
        this.events = meters.gauge("groundswell.live.ring.events", new AtomicLong());
        this.lagMillis = meters.gauge("groundswell.live.lag.milliseconds", new AtomicLong());
    }

    /** @param streams that are open; @param held events that are in memory for them */
    void tell(int streams, int held) {
        open.set(streams);
        events.set(held);
    }

    /** How long the last event had waited when it was read. */
    void lag(Duration lag) {
        lagMillis.set(lag.toMillis());
    }

    void count(Ending why) {
        meters.counter("groundswell.live.ended", "why", why.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
