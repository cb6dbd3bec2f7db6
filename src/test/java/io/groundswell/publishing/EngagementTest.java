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
    private static final Moment TUESDAY_AT_8 = new Moment(TWITTER, DayOfWeek.TUESDAY, 20);

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
    void an_hour_gains_by_what_its_posts_did_better_than_the_platforms_others_but_ten_of_these_hold_it_back() {
        // Given ten posts that did as expected, 2 %, and ten that did three times as well: 3 instead of 1 %
        var engagement = new SmoothedEngagement(Map.of(
                new Moment(TWITTER, DayOfWeek.TUESDAY, 14), new Observed(10, 20),
                new Moment(TWITTER, DayOfWeek.TUESDAY, 20), new Observed(10, 30)));
        // Then all together did 5 where 3 was expected
        var usual = 5.0 / 3;
        assertThat(engagement.score(TWITTER, DayOfWeek.TUESDAY, 20))
                .isEqualTo(prior(TUESDAY_AT_8) * (10 * usual + 10 * 3) / (10 + 10), within(1e-9));
        assertThat(engagement.score(TWITTER, DayOfWeek.TUESDAY, 14))
                .isEqualTo(2 * (10 * usual + 10) / (10 + 10), within(1e-9));
        assertThat(engagement.score(LINKEDIN, DayOfWeek.TUESDAY, 14))
                .isEqualTo(prior(new Moment(LINKEDIN, DayOfWeek.TUESDAY, 14)), within(1e-9));
    }

    @Test
    void what_was_measured_speaks_less_loud_for_other_days_and_for_each_hour_further_off() {
        // Given
        var engagement = new SmoothedEngagement(Map.of(
                new Moment(TWITTER, DayOfWeek.TUESDAY, 14), new Observed(10, 20),
                new Moment(TWITTER, DayOfWeek.TUESDAY, 20), new Observed(10, 30)));
        var usual = 5.0 / 3;
        // Then
        Map.of(
                        new Moment(TWITTER, DayOfWeek.SATURDAY, 20), 7.5,
                        new Moment(TWITTER, DayOfWeek.TUESDAY, 21), 5.0,
                        new Moment(TWITTER, DayOfWeek.TUESDAY, 18), 2.5,
                        new Moment(TWITTER, DayOfWeek.MONDAY, 22), 1.875,
                        new Moment(TWITTER, DayOfWeek.TUESDAY, 23), 0.0)
                .forEach((moment, posts) -> assertThat(engagement.score(TWITTER, moment.day(), moment.hour()))
                        .isEqualTo(prior(moment) * (10 * usual + posts * 3) / (10 + posts), within(1e-9)));
    }

    @Test
    void an_hour_is_not_preferred_for_being_the_only_one_that_was_measured() {
        // Given an account that does ten times as well as others, at an hour that is expected to be poor
        var poor = new Moment(TWITTER, DayOfWeek.TUESDAY, 21);
        var engagement = new SmoothedEngagement(Map.of(poor, new Observed(100, 100 * 10 * prior(poor))));
        // Then
        assertThat(engagement.score(TWITTER, DayOfWeek.TUESDAY, 14))
                .isGreaterThan(engagement.score(TWITTER, DayOfWeek.TUESDAY, 21));
    }

    @Test
    void posts_that_nobody_engages_with_leave_expectations_as_they_are() {
        var engagement = new SmoothedEngagement(Map.of(TUESDAY_AT_8, new Observed(100, 0)));
        assertThat(week(TWITTER))
                .allSatisfy(moment -> assertThat(engagement.score(TWITTER, moment.day(), moment.hour()))
                        .isEqualTo(prior(moment)));
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
