package io.groundswell.series;

import java.time.LocalDate;

record EarlierFigures(Figures figures, long by) implements Figures {
    @Override
    public Long gained(Quantity quantity, Span days) {
        return figures.gained(quantity, days.earlier(by));
    }

    @Override
    public Long level(Quantity quantity, LocalDate day) {
        return figures.level(quantity, day.minusDays(by));
    }

    @Override
    public long posts(Span days) {
        return figures.posts(days.earlier(by));
    }

    @Override
    public long postedThrough(LocalDate day) {
        return figures.postedThrough(day.minusDays(by));
    }
}
