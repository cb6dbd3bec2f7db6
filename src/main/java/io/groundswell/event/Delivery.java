package io.groundswell.event;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What one request brought. It is done when its events are in the database, or refused.
 *
 * @param origin of the page that sent it, or null
 * @param automaton what sent it, when that was no person
 * @param bytes that it takes while it waits, about
 * @param isCounted whether it counts as a request of this minute
 */
record Delivery(
        String token,
        String origin,
        Automaton automaton,
        List<Event> events,
        long bytes,
        boolean isCounted,
        CompletableFuture<Void> done) {
    /** How many of its events are to be kept. */
    int kept() {
        return automaton == null ? events.size() : 0;
    }
}
