package io.groundswell.performance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** How long each step of a series is. */
public enum Granularity {
    HOUR(day -> day),
    DAY(day -> day),
    /** From Monday on. */
    WEEK(day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))),
    MONTH(day -> day.withDayOfMonth(1));

    private final UnaryOperator<LocalDate> bucket;

    Granularity(UnaryOperator<LocalDate> bucket) {
        this.bucket = bucket;
    }

    /** Where the bucket of a day begins, be it before the period. */
    LocalDate bucketOf(LocalDate day) {
        return bucket.apply(day);
    }

    /** Where the buckets of a period begin, in order. */
    List<LocalDate> buckets(Period period) {
        return period.start()
                .datesUntil(period.end().plusDays(1))
                .map(this::bucketOf)
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
