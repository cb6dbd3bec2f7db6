package io.groundswell.live;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The newest events of a site, in memory. What has left it is found in the database. */
final class Ring {
    private final NavigableMap<Long, Arrival> held = new TreeMap<>();
    private long gone;
    private long upTo;
    private long bytes;

    /** @param upTo the number of the event after which it begins */
    Ring(long upTo) {
        this.gone = upTo;
        this.upTo = upTo;
    }

    /**
     * What follows an event.
     *
     * @param isGone whether something that followed has left the ring, or may have
     * @param arrival null when there is nothing yet
     */
    record Next(boolean isGone, Arrival arrival) {}

    synchronized Next after(long seq) {
        if (seq < gone) {
            return new Next(true, null);
        }
        var next = held.higherEntry(seq);
        return new Next(false, next == null ? null : next.getValue());
    }

    /** The number of the last event that is known here. */
    synchronized long upTo() {
        return upTo;
    }

    synchronized int size() {
        return held.size();
    }

    synchronized void add(News news) {
        for (var arrival : news.arrivals()) {
            held.put(arrival.seq(), arrival);
            bytes += arrival.bytes();
        }
        upTo = Math.max(upTo, news.upTo());
    }

    /** Lets go of what came before a time, and of the oldest of what is too much. */
    synchronized void trim(Instant since, long mostBytes) {
        while (!held.isEmpty()
                && (held.size() > Arrivals.MOST_HELD
                        || bytes > mostBytes
                        || held.firstEntry().getValue().arrivedAt().isBefore(since))) {
            var first = held.pollFirstEntry().getValue();
            bytes -= first.bytes();
            gone = first.seq();
        }
    }
}
