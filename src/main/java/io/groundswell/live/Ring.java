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
    private long corrections;
    private int beginnings;

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

    /**
     * How far a ring is up to date.
     *
     * @param upTo the number of the last event that is known here
     * @param corrections how often rows had changed that were there before
     */
    record Position(long upTo, long corrections) {
        /** Of a reader, who holds nothing that could change. */
        static Position after(long seq) {
            return new Position(seq, -1);
        }
    }

    synchronized Position position() {
        return new Position(upTo, corrections);
    }

    synchronized int size() {
        return held.size();
    }

    /** How often it began anew, because events were gone that it had. */
    synchronized int beginnings() {
        return beginnings;
    }

    synchronized void add(News news) {
        if (news.upTo() < upTo) {
            // The database was restored, or another one is in charge that lacks the latest events. Their numbers are
            // given out again.
            beginnings++;
            upTo = news.upTo();
            forget();
        }
        if (news.corrections() != corrections) {
            // What is held may be of somebody who was deleted or has another id now; the table tells.
            forget();
            corrections = news.corrections();
        }
        for (var arrival : news.arrivals()) {
            held.put(arrival.seq(), arrival);
            bytes += arrival.bytes();
        }
        upTo = Math.max(upTo, news.upTo());
    }

    private void forget() {
        held.clear();
        bytes = 0;
        gone = upTo;
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
