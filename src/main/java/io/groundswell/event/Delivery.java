package io.groundswell.event;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What one request brought. It is done when its events are in the database, or refused.
 *
 * @param origin of the page that sent it, or null
 * @param automaton what sent it, when that was no person
 * @param identification of a user; null when it brought none
 * @param bytes that it takes while it waits, about
 * @param isLive whether it tells what happens now, so that listeners hear of it
 */
record Delivery(
        String token,
        String origin,
        Automaton automaton,
        List<Event> events,
        Identification identification,
        long bytes,
        boolean isLive,
        CompletableFuture<Void> done) {
    /** How much there is to write. */
    int size() {
        return events.size() + (identification == null ? 0 : 1);
    }

    /** Whether it is one of the requests of this minute. Crawlers must not take the place of visitors. */
    boolean counts() {
        return isLive && automaton == null;
    }

    /** How many of its events are to be kept. */
    int kept() {
        return automaton == null ? events.size() : 0;
    }
}
