package io.groundswell.series;

import io.groundswell.metric.Sum;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Turns figures of days into the points of a question. */
final class Evaluation {
    private final Question question;
    private final List<Bucket> buckets;

    Evaluation(Question question) {
        this.question = question;
        this.buckets = Bucket.of(question);
    }

    List<Point> points(Figures figures) {
        var points = new ArrayList<Point>(buckets.size());
        Long total = null;
        for (var bucket : buckets) {
            var value = value(bucket, figures);
            if (question.granularity() == Granularity.CUMULATIVE && question.reading() == Reading.NEW) {
                total = Sum.of(total, (Long) value);
                value = total;
            }
            points.add(new Point(bucket.start(), value));
        }
        return points;
    }

    private Number value(Bucket bucket, Figures figures) {
        var days = bucket.days();
        return switch (question.metric()) {
            case VIEWS, LIKES, COMMENTS, SHARES, SAVES, FOLLOWERS, VIDEO_COUNT ->
                question.reading() == Reading.NEW
                        ? gained(question.metric(), figures, days)
                        : level(question.metric(), figures, days.last());
            case ENGAGEMENT_RATE_BY_VIEWS ->
                percent(figures.gained(Quantity.ENGAGEMENT, days), figures.gained(Quantity.VIEWS, days));
            case ENGAGEMENT_RATE_BY_FOLLOWERS ->
                percent(figures.gained(Quantity.ENGAGEMENT, days), figures.level(Quantity.FOLLOWERS, days.last()));
            case POSTS_PER_WEEK -> figures.posts(days) * 7.0 / days.days();
            case AVG_VIEWS_PER_POST -> ratio(figures.gained(Quantity.VIEWS, days), figures.postedThrough(days.last()));
            case GROWTH_RATE_POP -> growth(bucket, figures);
        };
    }

    private static Long gained(Metric metric, Figures figures, Span days) {
        return metric == Metric.VIDEO_COUNT ? (Long) figures.posts(days) : figures.gained(metric.counted(), days);
    }

    private static Long level(Metric metric, Figures figures, LocalDate day) {
        return metric == Metric.VIDEO_COUNT ? (Long) figures.postedThrough(day) : figures.level(metric.counted(), day);
    }

    /** Against the whole bucket before this one, though this one may have fewer days that count. */
    private Double growth(Bucket bucket, Figures figures) {
        var now = growing(figures, bucket.days());
        var before = growing(figures, bucket.before(question));
        return now == null || before == null ? null : percent((double) now - before, before);
    }

    /** Of followers and videos it is their number that grows, of all else what comes new. */
    private Long growing(Figures figures, Span days) {
        return question.base() == Metric.FOLLOWERS || question.base() == Metric.VIDEO_COUNT
                ? level(question.base(), figures, days.last())
                : gained(question.base(), figures, days);
    }

    private static Double percent(Number some, Long of) {
        return some == null || of == null || of == 0 ? null : (Double) (100 * some.doubleValue() / of);
    }

    private static Double ratio(Long some, long of) {
        return some == null || of == 0 ? null : (Double) ((double) some / of);
    }
}
