package io.groundswell.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import io.groundswell.performance.Insight.Aspect;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InsightFinderTest {
    /** A Monday morning. */
    private static final ZonedDateTime MONDAY = ZonedDateTime.parse("2030-01-07T09:00:00+01:00[Europe/Berlin]");

    private static MeasuredPost post(
            Platform platform, ContentType type, String pillar, ZonedDateTime at, int engaged, boolean code) {
        return new MeasuredPost(platform, type, pillar, at, 1_000, engaged, true, code);
    }

    private static List<Aspect> aspects(List<Insight> insights) {
        return insights.stream().map(Insight::aspect).toList();
    }

    /** Numbers around a mean, which vary as little as they can without being the same. */
    private static int around(int mean, int index) {
        return mean + index % 3 - 1;
    }

    @Test
    void a_type_that_does_better_is_found_with_how_much_and_how_sure() {
        // Given
        var posts = new ArrayList<MeasuredPost>();
        for (var index = 0; index < 6; index++) {
            posts.add(post(Platform.TWITTER, ContentType.THREAD, "Craft", MONDAY, around(60, index), false));
            posts.add(post(Platform.TWITTER, ContentType.POST, "Craft", MONDAY, around(40, index), false));
        }
        // When
        var found = InsightFinder.find(posts);
        // Then
        assertThat(aspects(found)).containsExactly(Aspect.TYPE);
        assertThat(found.get(0).value()).isEqualTo("thread");
        assertThat(found.get(0).lift()).isEqualTo(0.5, within(1e-9));
        assertThat(found.get(0).confidence()).isEqualTo(0.99);
        assertThat(found.get(0).finding())
                .isEqualTo("Content of the type thread gets 50 % more engagement than the mission's other posts,"
                        + " measured against what is usual on their platform");
    }

    @Test
    void four_posts_on_a_side_are_too_few() {
        var posts = new ArrayList<MeasuredPost>();
        IntStream.range(0, 4)
                .forEach(index -> posts.add(
                        post(Platform.TWITTER, ContentType.THREAD, "Craft", MONDAY, around(90, index), false)));
        IntStream.range(0, 40)
                .forEach(index ->
                        posts.add(post(Platform.TWITTER, ContentType.POST, "Craft", MONDAY, around(10, index), false)));
        assertThat(InsightFinder.find(posts)).isEmpty();
        posts.add(post(Platform.TWITTER, ContentType.THREAD, "Craft", MONDAY, 90, false));
        assertThat(aspects(InsightFinder.find(posts))).containsExactly(Aspect.TYPE);
    }

    @Test
    void a_type_is_not_praised_for_its_platform() {
        // Given threads where everything does well, and as well as the posts there
        var posts = new ArrayList<MeasuredPost>();
        for (var index = 0; index < 6; index++) {
            posts.add(post(Platform.TWITTER, ContentType.THREAD, "Craft", MONDAY, around(60, index), false));
            posts.add(post(Platform.TWITTER, ContentType.POST, "Craft", MONDAY, around(60, index), false));
            posts.add(post(Platform.LINKEDIN, ContentType.POST, "Craft", MONDAY, around(20, index), false));
        }
        assertThat(InsightFinder.find(posts)).isEmpty();
    }

    @Test
    void the_best_weekday_and_hour_are_local() {
        var posts = new ArrayList<MeasuredPost>();
        for (var week = 0; week < 6; week++) {
            var monday = MONDAY.plusWeeks(week);
            posts.add(post(Platform.TWITTER, ContentType.POST, "Craft", monday, around(60, week), false));
            posts.add(post(Platform.TWITTER, ContentType.POST, "Craft", monday.plusDays(2), around(40, week), false));
            posts.add(post(
                    Platform.TWITTER,
                    ContentType.POST,
                    "Craft",
                    monday.plusDays(2).plusHours(5),
                    around(40, week),
                    false));
        }
        var found = InsightFinder.find(posts);
        assertThat(aspects(found)).containsExactly(Aspect.WEEKDAY, Aspect.HOUR);
        assertThat(found).extracting(Insight::value).containsExactly("Monday", "09:00");
    }

    @Test
    void a_part_of_the_day_is_found_where_no_hour_of_it_has_posts_enough() {
        // Given afternoons at one hour, and an evening post at each of six times
        var posts = new ArrayList<MeasuredPost>();
        for (var day = 0; day < 6; day++) {
            var noon = MONDAY.plusDays(day).withHour(13);
            posts.add(post(Platform.TWITTER, ContentType.POST, "Craft", noon, around(40, day), false));
            posts.add(post(
                    Platform.TWITTER, ContentType.POST, "Craft", noon.withHour(18 + day % 4), around(60, day), false));
        }
        // When
        var found = InsightFinder.find(posts);
        // Then
        assertThat(aspects(found)).containsExactly(Aspect.PART);
        assertThat(found.get(0).lift()).isEqualTo(0.5, within(1e-9));
        assertThat(found.get(0).finding())
                .isEqualTo("Posts that go out in the evening get 50 % more engagement than the mission's other posts,"
                        + " measured against what is usual on their platform");
    }

    @Test
    void a_part_of_the_day_of_which_one_hour_is_known_is_told_as_that_hour() {
        // Given
        var posts = new ArrayList<MeasuredPost>();
        for (var day = 0; day < 6; day++) {
            var at = MONDAY.plusDays(day);
            posts.add(post(Platform.TWITTER, ContentType.POST, "Craft", at, around(60, day), false));
            posts.add(post(Platform.TWITTER, ContentType.POST, "Craft", at.withHour(14), around(40, day), false));
        }
        // Then
        assertThat(aspects(InsightFinder.find(posts))).containsExactly(Aspect.HOUR);
    }

    @Test
    void what_harms_is_found_too_where_it_is_there_or_not() {
        var posts = new ArrayList<MeasuredPost>();
        for (var index = 0; index < 9; index++) {
            posts.add(post(Platform.TWITTER, ContentType.POST, null, MONDAY, around(20, index), true));
            posts.add(post(Platform.TWITTER, ContentType.POST, null, MONDAY, around(40, index), false));
        }
        var found = InsightFinder.find(posts);
        assertThat(aspects(found)).containsExactly(Aspect.CODE);
        assertThat(found.get(0).lift()).isEqualTo(-0.5, within(1e-9));
        assertThat(found.get(0).finding()).startsWith("Posts with a code snippet get 50 % less engagement");
    }

    @Test
    void pure_chance_is_seldom_taken_for_an_insight() {
        // Given three hundred missions in which nothing makes a difference
        var random = new Random(1);
        var alarms = 0;
        for (var mission = 0; mission < 300; mission++) {
            var posts = new ArrayList<MeasuredPost>();
            for (var number = 0; number < 70; number++) {
                posts.add(post(
                        Platform.TWITTER,
                        ContentType.POST,
                        "Craft",
                        MONDAY.plusDays(number % 7),
                        40 + (int) Math.round(8 * random.nextGaussian()),
                        false));
            }
            alarms += InsightFinder.find(posts).isEmpty() ? 0 : 1;
        }
        // Then no more than the one in five that a confidence of 0.8 stands for, although the best of seven is picked
        assertThat(alarms).isBetween(6, 60);
    }

    @Test
    void what_is_older_than_90_days_counts_no_more_where_there_are_a_hundred_newer_posts() {
        // Given a week in which threads did better
        var week = new ArrayList<MeasuredPost>();
        for (var day = 0; day < 6; day++) {
            var at = MONDAY.plusDays(day);
            week.add(post(Platform.TWITTER, ContentType.THREAD, "Craft", at, around(60, day), false));
            week.add(post(Platform.TWITTER, ContentType.POST, "Craft", at, around(40, day), false));
        }
        // Then
        assertThat(aspects(InsightFinder.find(followed(week, 80, 100)))).contains(Aspect.TYPE);
        assertThat(aspects(InsightFinder.find(followed(week, 100, 88)))).contains(Aspect.TYPE);
        assertThat(aspects(InsightFinder.find(followed(week, 100, 100)))).doesNotContain(Aspect.TYPE);
    }

    /** By so many plain posts, the last one so many days later. */
    private static List<MeasuredPost> followed(List<MeasuredPost> week, int days, int posts) {
        var all = new ArrayList<>(week);
        for (var index = 0; index < posts; index++) {
            var at = MONDAY.plusDays(days).minusMinutes(index);
            all.add(post(Platform.TWITTER, ContentType.POST, "Craft", at, around(40, index), false));
        }
        return all;
    }

    @Test
    void nothing_measured_means_nothing_found() {
        assertThat(InsightFinder.find(List.of())).isEmpty();
        var silent = IntStream.range(0, 20)
                .mapToObj(index -> post(
                        Platform.BLOG,
                        index % 2 == 0 ? ContentType.POST : ContentType.ARTICLE,
                        null,
                        MONDAY,
                        0,
                        index % 2 == 0))
                .toList();
        assertThat(InsightFinder.find(silent)).isEmpty();
    }
}
