package io.groundswell.publishing;

import java.time.Instant;

/** From a moment up to, but not including, another; empty when that does not lie after it. */
record Span(Instant from, Instant until) {

    boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    Span and(Span other) {
        return new Span(
                from.isAfter(other.from) ? from : other.from, until.isBefore(other.until) ? until : other.until);
    }
}
