package io.groundswell.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.performance.Breakdown.Group;
import io.groundswell.performance.Breakdown.OfWeekday;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecommendationsTest {
    private static final Group POSTS = group("post", 10, 310);

    /** @param engagements among 10,000 impressions, so that 310 is a rate of 3.1 */
    private static Group group(String type, long posts, long engagements) {
        return new Group(type, new Figured(posts, 10_000, engagements));
    }

    private static OfWeekday day(DayOfWeek day, long posts, long engagements) {
        return new OfWeekday(day, new Figured(posts, 10_000, engagements));
    }

    private static List<String> ofTypes(Group... types) {
        return Recommendations.of(List.of(types), List.of());
    }

    private static List<String> ofDays(OfWeekday... days) {
        return Recommendations.of(List.of(), List.of(days));
    }

    @Test
    void the_form_that_beats_plain_posts_most_is_recommended() {
        assertThat(ofTypes(POSTS, group("poll", 9, 400), group("thread", 7, 520)))
                .containsExactly(
                        "Content of the type thread gets 68 % more engagement than plain posts: plan more of it");
    }

    @ParameterizedTest
    @CsvSource({"100, 119, 0", "100, 120, 1", "250, 300, 1", "310, 371, 0", "310, 372, 1"})
    void a_form_that_is_less_than_a_fifth_better_is_not(long ofPosts, long ofThreads, int recommendations) {
        assertThat(ofTypes(group("post", 5, ofPosts), group("thread", 5, ofThreads)))
                .hasSize(recommendations);
    }

    @Test
    void too_few_posts_on_either_side_say_nothing() {
        assertThat(ofTypes(POSTS, group("thread", 4, 5_000))).isEmpty();
        assertThat(ofTypes(group("post", 4, 310), group("thread", 50, 5_000))).isEmpty();
        assertThat(ofTypes(POSTS)).isEmpty();
        assertThat(ofTypes(group("thread", 50, 5_000))).isEmpty();
        assertThat(ofTypes(POSTS, new Group("thread", new Figured(9, 99, 90)))).isEmpty();
        assertThat(ofTypes(group("post", 9, 0), group("thread", 9, 500))).isEmpty();
        assertThat(ofTypes()).isEmpty();
    }

    @Test
    void the_best_and_the_worst_weekday_are_held_against_the_rate_of_all_posts() {
        assertThat(ofDays(
                        day(DayOfWeek.MONDAY, 8, 300),
                        day(DayOfWeek.TUESDAY, 9, 360),
                        day(DayOfWeek.SUNDAY, 5, 240),
                        // Better than any, but too few
                        day(DayOfWeek.FRIDAY, 4, 300)))
                .containsExactly(
                        "Posts that go out on a Tuesday get 20 % more engagement than average: publish more on that day",
                        "Posts that go out on a Sunday get 20 % less engagement than average: publish less on that day");
    }

    @ParameterizedTest
    @CsvSource({"330, 270, 2", "329, 271, 0", "300, 300, 0"})
    void a_weekday_that_differs_by_less_than_a_tenth_is_not_mentioned(long best, long worst, int recommendations) {
        assertThat(ofDays(day(DayOfWeek.MONDAY, 5, best), day(DayOfWeek.TUESDAY, 5, worst)))
                .hasSize(recommendations);
    }

    @Test
    void without_engagement_there_is_nothing_to_say() {
        assertThat(ofDays(day(DayOfWeek.MONDAY, 5, 0), day(DayOfWeek.TUESDAY, 5, 0)))
                .isEmpty();
        assertThat(ofDays()).isEmpty();
    }
}
