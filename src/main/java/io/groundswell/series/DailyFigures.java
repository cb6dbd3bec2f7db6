package io.groundswell.series;

import io.groundswell.metric.Sum;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Figures of some days, each at its place after the first of them. */
final class DailyFigures implements Figures {
    private final Span days;
    private final Posts posts;
    private final Map<Quantity, Long[]> gained = new EnumMap<>(Quantity.class);
    private final Map<Quantity, Long[]> levels = new EnumMap<>(Quantity.class);

    DailyFigures(Span days, Posts posts) {
        this.days = days;
        this.posts = posts;
    }

    void gain(Quantity quantity, int day, Long value) {
        row(gained, quantity)[day] = value;
    }

    void stand(Quantity quantity, int day, Long value) {
        row(levels, quantity)[day] = value;
    }

    private Long[] row(Map<Quantity, Long[]> rows, Quantity quantity) {
        return rows.computeIfAbsent(quantity, any -> new Long[(int) days.days()]);
    }

    private int place(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(days.first(), day);
    }

    @Override
    public Long gained(Quantity quantity, Span span) {
        var row = row(gained, quantity);
        return Sum.of(Arrays.stream(row, place(span.first()), place(span.last()) + 1));
    }

    @Override
    public Long level(Quantity quantity, LocalDate day) {
        return row(levels, quantity)[place(day)];
    }

    @Override
    public long posts(Span span) {
        return posts.on(span);
    }

    @Override
    public long postedThrough(LocalDate day) {
        return posts.through(day);
    }
}
