package io.groundswell.export.v1;

import io.groundswell.wire.v1.V1;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** How both formats write what has no type of its own in them: as the rest of the contract does. */
final class Cells {
    private Cells() {}

    static Object of(Object value) {
        if (value instanceof Instant instant) {
            return V1.time(instant);
        }
        if (value instanceof OffsetDateTime moment) {
            return V1.time(moment.toInstant(), moment.getOffset());
        }
        return value instanceof LocalDate day ? day.toString() : value;
    }
}
