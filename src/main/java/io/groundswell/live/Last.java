package io.groundswell.live;

import io.groundswell.event.EventId;

/**
 * The last event that a reader had before.
 *
 * @param seq its number; none that exists when what the reader names is no event of the site
 */
public record Last(long seq) {
    /** Of a reader who is new. */
    public static final Last NONE = new Last(-1);

    private static final Last UNKNOWN = new Last(-2);

    /** @param id as the reader has it; null or blank when it is new */
    public static Last of(long siteNumber, String id) {
        if (id == null || id.isBlank()) {
            return NONE;
        }
        var seq = EventId.seq(siteNumber, id.strip());
        return seq.isPresent() ? new Last(seq.getAsLong()) : UNKNOWN;
    }

    boolean isKnown() {
        return seq >= 0;
    }
}
