package io.groundswell.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.metric.Counter;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonInsightsTest {
    private static Comparison.Side side(String start, String end, long posts, long impressions, long likes) {
        var figures = new Figures(Map.of(Counter.IMPRESSIONS, impressions, Counter.LIKES, likes));
        return new Comparison.Side(new Period(LocalDate.parse(start), LocalDate.parse(end)), new Slice(posts, figures));
    }

    @Test
    void what_rose_is_said_with_its_numbers_and_different_lengths_are_made_comparable() {
        var comparison = new Comparison(
                side("2024-01-01", "2024-01-15", 30, 245_000, 10_290),
                side("2023-12-15", "2023-12-31", 28, 198_000, 6_930));

        assertThat(comparison.insights())
                .containsExactly(
                        "Impressions rose by 23.7 %, from 198000 to 245000",
                        "The engagement rate rose by 20 %, from 3.5 % to 4.2 %",
                        "The number of posts rose by 7.1 %, from 28 to 30",
                        "The first period has 15 days and the second 17 days; by the day: impressions rose by 40.2 %, from"
                                + " 11647 to 16333",
                        "Impressions for each post that went out rose by 15.5 %, from 7071 to 8167");
    }

    @Test
    void what_fell_and_what_stayed_is_said_too_and_nothing_is_divided_by_nothing() {
        var comparison = new Comparison(
                side("2024-01-02", "2024-01-02", 2, 1_000, 0), side("2024-01-01", "2024-01-01", 0, 4_000, 100));

        assertThat(comparison.insights())
                .containsExactly(
                        "Impressions fell by 75 %, from 4000 to 1000",
                        "The engagement rate fell by 100 %, from 2.5 % to 0 %", "The number of posts rose from 0 to 2");
        assertThat(comparison.posts().percent()).isEqualTo(100);
        assertThat(new Comparison(comparison.first(), comparison.first()).insights())
                .contains("Impressions stayed at 1000", "The engagement rate stayed at 0 %")
                .contains("Impressions for each post that went out stayed at 500");
    }

    @Test
    void means_change_by_what_they_are_and_not_by_what_is_shown_of_them() {
        var comparison = new Comparison(
                side("2024-01-01", "2024-01-08", 4, 1_050, 0), side("2023-10-01", "2023-12-30", 3_000, 1_050, 0));

        assertThat(comparison.insights())
                .contains(
                        "The first period has 8 days and the second 91 days; by the day: impressions rose by 1037.5 %, from"
                                + " 11.5 to 131",
                        "Impressions for each post that went out rose by 74900 %, from 0.35 to 263");
    }

    @Test
    void means_that_look_the_same_stayed() {
        var comparison = new Comparison(
                side("2024-01-01", "2024-01-10", 1_000, 1_000_001, 0),
                side("2023-12-01", "2023-12-10", 1_000, 1_000_000, 0));

        assertThat(comparison.insights()).contains("Impressions for each post that went out stayed at 1000");
    }

    @Test
    void two_empty_periods_need_one_sentence() {
        var empty = side("2024-01-01", "2024-01-31", 0, 0, 0);
        assertThat(new Comparison(empty, empty).insights())
                .containsExactly("Neither period has any posts or impressions");
    }
}
