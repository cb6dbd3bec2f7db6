package io.groundswell.performance;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * What is learned from: the posts of the newest one's last 90 days, for readers change; and the newest hundred in any
 * case, for a few say nothing. Seen from the newest post and not from today, so that a pause forgets nothing.
 */
final class Recent {
    private static final Duration SPAN = Duration.ofDays(90);
    private static final int LEAST_POSTS = 100;

    private Recent() {}

    static <T> List<T> of(List<T> posts, Function<T, Instant> at) {
        if (posts.size() <= LEAST_POSTS) {
            return posts;
        }
        var newestFirst =
                posts.stream().sorted(Comparator.comparing(at).reversed()).toList();
        var oldest = at.apply(newestFirst.get(0)).minus(SPAN);
        var recent =
                posts.stream().filter(post -> !at.apply(post).isBefore(oldest)).count();
        return newestFirst.subList(0, Math.max(LEAST_POSTS, (int) recent));
    }
}
