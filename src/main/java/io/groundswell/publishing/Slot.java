package io.groundswell.publishing;

import io.groundswell.mission.Platform;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A moment to publish one item on one platform, with the offset the mission's clocks show then. */
public record Slot(Instant at, ZoneOffset offset, Platform platform) {

    static Slot in(ZoneId zone, Instant at, Platform platform) {
        return new Slot(at, zone.getRules().getOffset(at), platform);
    }

    /** The moment as shown to people, such as {@code 2024-01-16T09:00-05:00}. */
    public OffsetDateTime scheduledFor() {
        return at.atOffset(offset);
    }
}
