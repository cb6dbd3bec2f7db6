package io.groundswell.publishing;

import java.time.Instant;
import java.util.Optional;

/** From a moment up to, but not including, another; empty when that does not lie after it. */
public record Span(Instant from, Instant until) {

    boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    /** The moment inside that is nearest to this one, on the second; nothing when it is empty. */
    Optional<Instant> nearest(Instant at) {
        var last = until.minusSeconds(1);
        return last.isBefore(from)
                ? Optional.empty()
                : Optional.of(at.isBefore(from) ? from : at.isAfter(last) ? last : at);
    }

    Span and(Span other) {
        return new Span(
                from.isAfter(other.from) ? from : other.from, until.isBefore(other.until) ? until : other.until);
    }
}
