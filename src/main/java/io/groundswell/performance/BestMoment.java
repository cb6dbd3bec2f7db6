package io.groundswell.performance;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** On which weekday, and at which hour, posts did best on average: null where no two went out alike. */
record BestMoment(String day, String time) {
    private static final int LEAST_POSTS = 2;

    static BestMoment of(List<Outcome> posts) {
        var day = best(posts, post -> post.at().getDayOfWeek());
        var hour = best(posts, post -> post.at().getHour());
        return of(day, hour);
    }

    private static BestMoment of(DayOfWeek day, Integer hour) {
        return new BestMoment(
                day == null ? null : day.getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                hour == null ? null : "%02d:00".formatted(hour));
    }

    /**
     * How posts of one weekday (from Monday, 1, on) or hour did.
     *
     * @param rate the mean of their engagement rates, null when there are no posts
     */
    record Mean(int moment, long posts, BigDecimal rate) {}

    static BestMoment of(List<Mean> weekdays, List<Mean> hours) {
        return of(best(weekdays).map(DayOfWeek::of).orElse(null), best(hours).orElse(null));
    }

    private static Optional<Integer> best(List<Mean> means) {
        return means.stream()
                .filter(mean -> mean.posts() >= LEAST_POSTS)
                .max(Comparator.comparing(Mean::rate).thenComparing(Mean::moment, Comparator.reverseOrder()))
                .map(Mean::moment);
    }

    /** The earlier of two that do equally well. */
    private static <K extends Comparable<K>> K best(List<Outcome> posts, Function<Outcome, K> moment) {
        return posts.stream().collect(Collectors.groupingBy(moment)).entrySet().stream()
                .filter(entry -> entry.getValue().size() >= LEAST_POSTS)
                .max(Comparator.<Map.Entry<K, List<Outcome>>>comparingDouble(entry -> mean(entry.getValue()))
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static double mean(List<Outcome> posts) {
        return posts.stream().mapToDouble(Outcome::rate).average().orElseThrow();
    }
}
