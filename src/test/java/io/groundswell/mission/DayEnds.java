package io.groundswell.mission;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/** Which instants end a day, worked out in another way than by {@link Timeline}. */
final class DayEnds {
    private DayEnds() {}

    /** Whether it is the last second of a day in the zone or in UTC. */
    static boolean include(Instant instant, ZoneId zone) {
        var next = instant.plusSeconds(1);
        return Stream.of(zone, ZoneOffset.UTC).anyMatch(one -> next.atZone(one)
                .toLocalDate()
                .atStartOfDay(one)
                .toInstant()
                .equals(next));
    }
}
