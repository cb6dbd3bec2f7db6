package io.groundswell.publishing;

import io.groundswell.mission.Platform;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A moment to publish one item on one platform, with the offset the mission's clocks show then.
 *
 * @param isTrial whether the hour was chosen to learn of it
 */
public record Slot(Instant at, ZoneOffset offset, Platform platform, boolean isTrial) {

    static Slot in(ZoneId zone, Instant at, Platform platform) {
        return in(zone, at, platform, false);
    }

    static Slot in(ZoneId zone, Instant at, Platform platform, boolean isTrial) {
        return new Slot(at, zone.getRules().getOffset(at), platform, isTrial);
    }

    /** The moment as shown to people, such as {@code 2024-01-16T09:00-05:00}. */
    public OffsetDateTime scheduledFor() {
        return at.atOffset(offset);
    }
}
