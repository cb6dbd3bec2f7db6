package io.groundswell.live;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * What one reader is told of a site: one thing at a time, when it asks for it, so that what it does not take waits nowhere.
 *
 * <p>Whoever has news for it calls {@link #go}; of several at once one does the work of all.
 */
public final class LiveStream implements Flow.Publisher<Signal>, Flow.Subscription {
    private static final Logger LOG = Logger.getLogger(LiveStream.class);
    /** How many events are looked at before others have a turn. */
    private static final int AT_ONCE = 200;
    /** How long nothing is asked for. */
    private static final Duration STALLED = Duration.ofSeconds(60);

    private final Opening opening;
    private final Way way;
    private final Surroundings around;

    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicLong demand = new AtomicLong();
    private boolean begun;
    private volatile boolean alive;
    private volatile boolean ending;
    private volatile boolean over;
    private volatile Instant lastAlive;
    private volatile Instant lastTold;
    private volatile Instant lastWanted;
    private volatile Flow.Subscriber<? super Signal> reader;

    LiveStream(Opening opening, Ring ring, Surroundings around) {
        this.opening = opening;
        this.way = new Way(ring, opening.start().after());
        this.around = around;
        this.lastAlive = around.now();
        this.lastTold = lastAlive;
        this.lastWanted = lastAlive;
    }

    long site() {
        return opening.site();
    }

    String place() {
        return opening.place();
    }

    /** Whether all comes that came since the event that the reader named. */
    public boolean isComplete() {
        return opening.start().isComplete();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Signal> subscriber) {
        reader = subscriber;
        subscriber.onSubscribe(this);
        go();
    }

    @Override
    public void request(long more) {
        demand.accumulateAndGet(more, (had, asked) -> had + asked < 0 ? Long.MAX_VALUE : had + asked);
        go();
    }

    @Override
    public void cancel() {
        over = true;
        end(Ending.LEFT);
    }

    void end(Ending why) {
        ending = true;
        around.ended(this, why);
        go();
    }

    /** Looks at the clock, and whether the reader is still there: one that leaves before it is told anything cancels nothing. */
    void tick() {
        var now = around.now();
        if (opening.gone().getAsBoolean()) {
            cancel();
        } else if (demand.get() == 0 && lastTold.plus(STALLED).isBefore(now)) {
            end(Ending.STALLED);
        } else if (!lastWanted.plus(around.config().patience()).isAfter(now)) {
            end(Ending.IDLE);
        } else if (!lastAlive.plus(around.config().heartbeat()).isAfter(now)) {
            lastAlive = now;
            alive = true;
        }
        go();
    }

    /** @param news null when it could not be read */
    void loaded(News news) {
        way.loaded(news);
        if (news != null) {
            go();
        }
    }

    void go() {
        if (reader == null || turns.getAndIncrement() != 0) {
            return;
        }
        var taken = 1;
        while (taken != 0) {
            attempt();
            taken = turns.addAndGet(-taken);
        }
    }

    /** A stream that fails must neither stop half way nor take others with it. */
    private void attempt() {
        try {
            work();
        } catch (RuntimeException | Error e) {
            LOG.error("A stream failed", e);
            ending = true;
            around.ended(this, Ending.FAILED);
            if (!over) {
                over = true;
                reader.onError(e);
            }
        }
    }

    private void work() {
        for (var looked = 1; !ending && demand.get() > 0 && step(); looked++) {
            if (looked == AT_ONCE) {
                around.later(this::go);
                return;
            }
        }
        if (ending && !over) {
            over = true;
            reader.onComplete();
        }
    }

    /** Whether there may be more to do. */
    private boolean step() {
        if (!begun) {
            begun = true;
            tell(Signal.BEGIN);
            return true;
        }
        if (alive) {
            alive = false;
            tell(Signal.ALIVE);
            return true;
        }
        var arrival = way.next(around.now(), after -> around.load(this, after));
        if (way.isLost()) {
            end(Ending.BEHIND);
        } else if (arrival != null && opening.wanted().test(arrival)) {
            lastWanted = around.now();
            tell(Signal.of(arrival));
        }
        return arrival != null;
    }

    private void tell(Signal signal) {
        lastTold = around.now();
        demand.decrementAndGet();
        reader.onNext(signal);
    }
}
