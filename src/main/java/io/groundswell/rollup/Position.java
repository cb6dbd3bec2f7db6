package io.groundswell.rollup;

import java.time.Instant;

/**
 * How far the figures of a site go.
 *
 * @param seq of the last event that is in them
 * @param sessionsBefore the start of the first session that is not; null before any is
 * @param last event of the site
 */
record Position(long seq, Instant sessionsBefore, long last) {
    /** Where sessions have to be counted one by one. */
    Instant openFrom(Instant start) {
        return sessionsBefore == null || sessionsBefore.isBefore(start) ? start : sessionsBefore;
    }
}
