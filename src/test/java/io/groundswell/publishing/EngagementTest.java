package io.groundswell.publishing;

import static io.groundswell.mission.Platform.LINKEDIN;
import static io.groundswell.mission.Platform.TWITTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.mission.Platform;
import io.groundswell.publishing.SmoothedEngagement.Moment;
import io.groundswell.publishing.SmoothedEngagement.Observed;
import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EngagementTest {

    @Test
    void before_anything_is_measured_each_platform_has_its_usual_best_hour() {
        assertThat(best(TWITTER)).isEqualTo(new Moment(TWITTER, DayOfWeek.TUESDAY, 14));
        assertThat(best(LINKEDIN)).isEqualTo(new Moment(LINKEDIN, DayOfWeek.WEDNESDAY, 9));
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void every_platform_has_one_best_waking_hour_and_positive_scores(Platform platform) {
        // When
        var scores = week(platform)
                .map(EngagementTest::prior)
                .sorted(Comparator.reverseOrder())
                .toList();
        // Then
        assertThat(best(platform).hour()).isBetween(7, 21);
        assertThat(scores.get(0)).isGreaterThan(scores.get(1));
        assertThat(scores.get(scores.size() - 1)).isPositive();
    }

    @Test
    void the_week_and_the_clock_wrap_around() {
        assertThat(prior(new Moment(TWITTER, DayOfWeek.SUNDAY, 14)))
                .isEqualTo(prior(new Moment(TWITTER, DayOfWeek.THURSDAY, 14)));
        assertThat(prior(new Moment(Platform.TIKTOK, DayOfWeek.THURSDAY, 1)))
                .isEqualTo(prior(new Moment(Platform.TIKTOK, DayOfWeek.THURSDAY, 13)));
    }

    @Test
    void measured_posts_weigh_against_ten_expected_ones() {
        // Given a peak with a prior of 2 %, measured by 30 posts at 6 %
        var peak = new Moment(TWITTER, DayOfWeek.TUESDAY, 14);
        var engagement = new SmoothedEngagement(Map.of(peak, new Observed(30, 180)));
        // Then
        assertThat(engagement.score(TWITTER, DayOfWeek.TUESDAY, 14)).isEqualTo(5.0, within(1e-9));
        assertThat(engagement.score(LINKEDIN, DayOfWeek.TUESDAY, 14))
                .isEqualTo(prior(new Moment(LINKEDIN, DayOfWeek.TUESDAY, 14)), within(1e-9));
    }

    @Test
    void one_lucky_post_does_not_beat_many_good_ones() {
        // Given
        var lucky = new Moment(TWITTER, DayOfWeek.TUESDAY, 10);
        var proven = new Moment(TWITTER, DayOfWeek.TUESDAY, 16);
        // When
        var engagement = new SmoothedEngagement(Map.of(lucky, new Observed(1, 9), proven, new Observed(200, 800)));
        // Then
        assertThat(engagement.score(TWITTER, DayOfWeek.TUESDAY, 16))
                .isGreaterThan(engagement.score(TWITTER, DayOfWeek.TUESDAY, 10));
    }

    private static Moment best(Platform platform) {
        return week(platform)
                .max(Comparator.comparingDouble(EngagementTest::prior))
                .orElseThrow();
    }

    private static Stream<Moment> week(Platform platform) {
        return List.of(DayOfWeek.values()).stream()
                .flatMap(day -> IntStream.range(0, 24).mapToObj(hour -> new Moment(platform, day, hour)));
    }

    private static double prior(Moment moment) {
        return EngagementHistory.none().score(moment.platform(), moment.day(), moment.hour());
    }
}
