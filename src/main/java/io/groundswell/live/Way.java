package io.groundswell.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;

/**
 * How far a reader has come in the events of a site: through the ring, and page by page through the database where the ring has gone
 * on. One thread at a time walks it; pages may come from others.
 */
final class Way {
    /** What is held is a little more than what is promised, so that nobody loses it while reading. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Ring ring;
    private final AtomicReference<News> loaded = new AtomicReference<>();
    private final int beginnings;
    private final Queue<Arrival> page = new ArrayDeque<>();
    private long pageUpTo;
    private long position;
    private volatile boolean loading;
    private boolean lost;

    /** @param after the number of the event before the first one */
    Way(Ring ring, long after) {
        this.ring = ring;
        this.beginnings = ring.beginnings();
        this.position = after;
    }

    /**
     * The next event, or null when there is none now.
     *
     * @param load asks for the page after a position
     */
    Arrival next(Instant now, LongConsumer load) {
        turnPage(now);
        lost |= ring.beginnings() != beginnings;
        if (lost || page.isEmpty() && loading) {
            return null;
        }
        var next = page.isEmpty() ? inRing(load) : page.remove();
        if (next != null) {
            position = next.seq();
        }
        return next;
    }

    private void turnPage(Instant now) {
        var news = loaded.getAndSet(null);
        if (news != null) {
            loading = false;
            page.addAll(news.arrivals());
            pageUpTo = news.upTo();
            lost = !page.isEmpty() && isGone(page.element(), now);
        }
    }

    private boolean isGone(Arrival arrival, Instant now) {
        return ring.position().upTo() - arrival.seq() > Arrivals.MOST_HELD
                || arrival.arrivedAt().plus(Arrivals.HELD).plus(GRACE).isBefore(now);
    }

    private Arrival inRing(LongConsumer load) {
        position = Math.max(position, pageUpTo);
        var next = ring.after(position);
        if (next.isGone()) {
            loading = true;
            load.accept(position);
        }
        return next.arrival();
    }

    /** @param news null when it could not be read; then it is asked for again */
    void loaded(News news) {
        loaded.set(news);
        if (news == null) {
            loading = false;
        }
    }

    /** Whether what comes next is held no longer, or what came last is no event any more. */
    boolean isLost() {
        return lost;
    }
}
