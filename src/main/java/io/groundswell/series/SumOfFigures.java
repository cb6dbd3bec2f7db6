package io.groundswell.series;

import io.groundswell.metric.Sum;
import java.time.LocalDate;
import java.util.List;

/** Of parts that have nothing in common. */
record SumOfFigures(List<Figures> parts) implements Figures {
    @Override
    public Long gained(Quantity quantity, Span days) {
        return Sum.of(parts.stream().map(part -> part.gained(quantity, days)));
    }

    @Override
    public Long level(Quantity quantity, LocalDate day) {
        return Sum.of(parts.stream().map(part -> part.level(quantity, day)));
    }

    @Override
    public long posts(Span days) {
        return parts.stream().mapToLong(part -> part.posts(days)).sum();
    }

    @Override
    public long postedThrough(LocalDate day) {
        return parts.stream().mapToLong(part -> part.postedThrough(day)).sum();
    }
}
