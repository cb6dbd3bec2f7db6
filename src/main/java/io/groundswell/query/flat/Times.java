package io.groundswell.query.flat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** Moments in texts. */
final class Times {
    private static final int LONGEST_DATE = 10;

    private Times() {}

    /** @param iso a time, with an offset or in UTC, or a date, which is its first moment; empty when it is none of these */
    static Optional<Object> milliseconds(Object iso) {
        if (!(iso instanceof String text)) {
            return Optional.empty();
        }
        try {
            var time = text.length() <= LONGEST_DATE
                    ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
                    : offset(
                            DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from));
            return Optional.of(BigDecimal.valueOf(time.toInstant().toEpochMilli()));
        } catch (DateTimeParseException | ArithmeticException unreadable) {
            return Optional.empty();
        }
    }

    private static OffsetDateTime offset(TemporalAccessor time) {
        return time instanceof OffsetDateTime exact
                ? exact
                : LocalDateTime.from(time).atOffset(ZoneOffset.UTC);
    }
}
