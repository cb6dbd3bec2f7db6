package io.groundswell.series;

import io.groundswell.metric.Sum;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Figures of a world, day by day as the reference has them. What nobody said that it needs is not to be had. */
record WorldFigures(World world, Wish wish) implements FigureSource {

    @Override
    public List<Figures> of(List<Part> parts, Needed needed) {
        return parts.stream().map(part -> figures(part, needed)).toList();
    }

    @Override
    public Map<UUID, Long> totals(List<TrackedVideo> videos, Question question) {
        var totals = new HashMap<UUID, Long>();
        var quantity = question.metric().counted();
        for (var video : videos) {
            var figures = figures(new Part(List.of(video), List.of()), Needed.of(question));
            var total = question.reading() == Reading.NEW
                    ? figures.gained(quantity, question.range())
                    : figures.level(quantity, question.range().last());
            if (total != null) {
                totals.put(video.id(), total);
            }
        }
        return totals;
    }

    private Figures figures(Part part, Needed needed) {
        var slow = new SlowAnalytics(world, wish);
        var members = new SlowAnalytics.Members(
                part.videos().stream().map(TrackedVideo::id).collect(Collectors.toCollection(LinkedHashSet::new)),
                part.creators().stream().map(TrackedCreator::id).collect(Collectors.toCollection(LinkedHashSet::new)));
        return new Figures() {
            @Override
            public Long gained(Quantity quantity, Span days) {
                require(needed.gained().contains(quantity));
                return Sum.of(days.first()
                        .datesUntil(days.last().plusDays(1))
                        .map(day -> gained(quantity, day))
                        .filter(Objects::nonNull));
            }

            private Long gained(Quantity quantity, LocalDate day) {
                require(needed.days().has(day));
                return quantity == Quantity.ENGAGEMENT
                        ? Sum.of(List.of("likes", "comments", "shares", "saves").stream()
                                .map(counter -> slow.gained(members, counter, day)))
                        : slow.gained(members, quantity.name().toLowerCase(Locale.ROOT), day);
            }

            @Override
            public Long level(Quantity quantity, LocalDate day) {
                require(needed.level().contains(quantity) && needed.days().has(day));
                return slow.level(members, quantity.name().toLowerCase(Locale.ROOT), day);
            }

            @Override
            public long posts(Span days) {
                return days.first()
                        .datesUntil(days.last().plusDays(1))
                        .mapToLong(day -> slow.posts(members, day))
                        .sum();
            }

            @Override
            public long postedThrough(LocalDate day) {
                return slow.postedThrough(members, day);
            }
        };
    }

    private static void require(boolean asked) {
        if (!asked) {
            throw new AssertionError("Nobody said that this is needed");
        }
    }
}
