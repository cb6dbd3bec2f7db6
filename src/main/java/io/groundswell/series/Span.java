package io.groundswell.series;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Some days in a row, from the first to the last of them. */
public record Span(LocalDate first, LocalDate last) {
    public Span {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("%s is after %s".formatted(first, last));
        }
    }

    public long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    boolean has(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** The days that both have; there must be one. */
    Span within(Span other) {
        return new Span(later(first, other.first), last.isBefore(other.last) ? last : other.last);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    Span earlier(long days) {
        return new Span(first.minusDays(days), last.minusDays(days));
    }

    /** The same and all days before it from this one on. */
    Span from(LocalDate day) {
        return new Span(day.isBefore(first) ? day : first, last);
    }
}
