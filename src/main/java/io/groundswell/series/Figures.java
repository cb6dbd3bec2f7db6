package io.groundswell.series;

import java.time.LocalDate;

/** What is known of some videos and creators together, by the day. What nobody knows is null, which is not 0. */
interface Figures {
    /** What came new on these days; null when nothing is known of any of them. */
    Long gained(Quantity quantity, Span days);

    /** Where it stood when the day ended; null when nothing was known by then. */
    Long level(Quantity quantity, LocalDate day);

    /** How many videos were posted on these days. */
    long posts(Span days);

    /** How many videos had been posted when the day ended. */
    long postedThrough(LocalDate day);

    /** Each day answered by the figures of so many days before it. */
    default Figures earlier(long days) {
        return new EarlierFigures(this, days);
    }
}
