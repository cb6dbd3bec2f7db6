package io.groundswell.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The days of a point.
 *
 * @param whole all of them
 * @param days those that are asked about
 */
record Bucket(Span whole, Span days) {

    /** All that have a day of the range, in order. */
    static List<Bucket> of(Question question) {
        var buckets = new ArrayList<Bucket>();
        var range = question.range();
        for (var day = range.first(); !day.isAfter(range.last()); ) {
            var whole = question.bucketAround(day);
            buckets.add(new Bucket(whole, whole.within(range)));
            day = whole.last().plusDays(1);
        }
        return buckets;
    }

    LocalDate start() {
        return whole.first();
    }

    /** The whole one before this one, which may be one that nobody asked about. */
    Span before(Question question) {
        return question.bucketAround(start().minusDays(1));
    }
}
