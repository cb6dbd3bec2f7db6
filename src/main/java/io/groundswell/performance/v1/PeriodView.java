package io.groundswell.performance.v1;

import io.groundswell.performance.Period;

/** The first and the last day of a period. */
public record PeriodView(String start, String end) {
    public static PeriodView of(Period period) {
        return new PeriodView(period.start().toString(), period.end().toString());
    }
}
