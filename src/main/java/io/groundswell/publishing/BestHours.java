package io.groundswell.publishing;

import io.groundswell.mission.Constraints;
import io.groundswell.mission.Platform;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Picks the whole hours at which a platform's posts do best; the earlier of two that do equally well. */
final class BestHours {
    private final EngagementHistory history;
    private final List<LocalTime> hours;
    private final boolean wanted;

    BestHours(Constraints constraints, EngagementHistory history) {
        this.history = history;
        this.hours = PostingWindow.of(constraints).hours();
        this.wanted = constraints.useOptimalTimes();
    }

    /** The best free hour of the day inside the span; none for a mission that keeps to fixed times. */
    Optional<Instant> best(Platform platform, LocalDay day, Span span, Predicate<Instant> isFree) {
        return best(platform, day, free(day, span, isFree)).map(day::at);
    }

    /** The free hours of the day inside the span, in order; none for a mission that keeps to fixed times. */
    List<LocalTime> free(LocalDay day, Span span, Predicate<Instant> isFree) {
        if (!wanted) {
            return List.of();
        }
        return hours.stream()
                .filter(hour -> span.contains(day.at(hour)) && isFree.test(day.at(hour)))
                .toList();
    }

    /** The best of some hours. */
    Optional<LocalTime> best(Platform platform, LocalDay day, List<LocalTime> some) {
        // Stream.max keeps the first of equals.
        return some.stream().max(Comparator.comparingDouble(hour -> score(platform, day, hour)));
    }

    private double score(Platform platform, LocalDay day, LocalTime hour) {
        return history.score(platform, day.date().getDayOfWeek(), hour.getHour());
    }
}
