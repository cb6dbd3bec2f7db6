package io.groundswell.content;

import static io.groundswell.mission.ContentType.ARTICLE;
import static io.groundswell.mission.ContentType.CAROUSEL;
import static io.groundswell.mission.ContentType.POLL;
import static io.groundswell.mission.ContentType.POST;
import static io.groundswell.mission.ContentType.REEL;
import static io.groundswell.mission.ContentType.STORY;
import static io.groundswell.mission.ContentType.THREAD;
import static io.groundswell.mission.ContentType.VIDEO;
import static io.groundswell.mission.Platform.BLOG;
import static io.groundswell.mission.Platform.INSTAGRAM;
import static io.groundswell.mission.Platform.TIKTOK;
import static io.groundswell.mission.Platform.TWITTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Refusal;
import io.groundswell.shared.Violation;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentRulesTest {
    private static final ContentRules RULES = new ContentRules(SomeLimits.usual());

    @ParameterizedTest
    @CsvSource({
        "TWITTER, 280",
        "THREADS, 500",
        "LINKEDIN, 3000",
        "INSTAGRAM, 2200",
        "FACEBOOK, 63206",
        "TIKTOK, 2200",
        "YOUTUBE, 5000",
        "MASTODON, 500",
        "BLUESKY, 300"
    })
    void a_text_is_as_long_as_its_platform_takes(Platform platform, int limit) {
        assertThat(faults(platform, POST, SomeCopy.of("x".repeat(limit)))).isEmpty();
        assertThat(faults(platform, POST, SomeCopy.of("x".repeat(limit + 1)))).containsExactly("copy.primary");
    }

    @Test
    void where_a_platform_has_no_limit_an_item_has_one() {
        assertThat(faults(BLOG, ARTICLE, SomeCopy.of("x".repeat(ItemSize.MAX_BYTES))))
                .isEmpty();
        assertThat(faults(BLOG, ARTICLE, SomeCopy.of("x".repeat(ItemSize.MAX_BYTES + 1))))
                .containsExactly("copy");
    }

    @Test
    void bluesky_counts_what_readers_see_and_mastodon_code_points() {
        // A family of three people, joined to one picture: five code points.
        var family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        assertThat(faults(Platform.BLUESKY, POST, SomeCopy.of(family.repeat(300))))
                .isEmpty();
        assertThat(faults(Platform.BLUESKY, POST, SomeCopy.of(family.repeat(301))))
                .containsExactly("copy.primary");
        assertThat(faults(Platform.MASTODON, POST, SomeCopy.of(family.repeat(100))))
                .isEmpty();
        assertThat(faults(Platform.MASTODON, POST, SomeCopy.of(family.repeat(101))))
                .containsExactly("copy.primary");
    }

    @Test
    void the_small_networks_take_threads_and_one_of_them_polls() {
        for (var platform : List.of(Platform.MASTODON, Platform.BLUESKY)) {
            assertThat(faults(platform, THREAD, SomeCopy.thread(null, List.of(), "a", "b")))
                    .isEmpty();
        }
        assertThat(faults(Platform.MASTODON, POLL, SomeCopy.poll("Tea?", List.of("yes", "no"))))
                .isEmpty();
        assertThat(faults(Platform.BLUESKY, POLL, SomeCopy.poll("Tea?", List.of("yes", "no"))))
                .containsExactly("type");
    }

    @Test
    void a_blog_takes_any_length() {
        assertThat(faults(BLOG, POST, SomeCopy.of("x".repeat(100_000)))).isEmpty();
    }

    @Test
    void a_server_may_set_other_limits() {
        var rules = new ContentRules(new PlatformLimits(new SomeLimits(Map.of(TWITTER, 5), 30)));
        assertThat(rules.violations(TWITTER, POST, SomeCopy.of("123456"), List.of()))
                .hasSize(1);
    }

    @Test
    void a_post_has_a_text() {
        assertThat(faults(TWITTER, POST, SomeCopy.of(null))).containsExactly("copy.primary");
    }

    @Test
    void a_type_goes_to_the_platforms_that_take_it() {
        assertThat(faults(BLOG, THREAD, SomeCopy.thread(null, List.of(), "a", "b")))
                .containsExactly("type");
    }

    @Test
    void a_thread_has_two_parts_at_least() {
        assertThat(faults(TWITTER, THREAD, SomeCopy.thread(null, List.of(), "a")))
                .containsExactly("copy.thread_parts");
        assertThat(faults(TWITTER, THREAD, SomeCopy.thread(null, List.of(), "a", "b")))
                .isEmpty();
    }

    @Test
    void a_poll_has_two_to_four_options() {
        assertThat(faults(TWITTER, POLL, SomeCopy.poll("Tea?", List.of("yes", "no"))))
                .isEmpty();
        assertThat(faults(TWITTER, POLL, SomeCopy.poll("Tea?", List.of("yes")))).containsExactly("copy.poll.options");
        assertThat(faults(TWITTER, POLL, SomeCopy.poll(" ", List.of("yes", "no"))))
                .containsExactly("copy.poll");
        assertThat(faults(TWITTER, POLL, SomeCopy.of("Vote"))).containsExactly("copy.poll");
    }

    @Test
    void instagram_takes_thirty_hashtags() {
        assertThat(faults(INSTAGRAM, POST, SomeCopy.of("Hi", null, Collections.nCopies(30, "#a"))))
                .isEmpty();
        assertThat(faults(INSTAGRAM, POST, SomeCopy.of("Hi", null, Collections.nCopies(31, "#a"))))
                .containsExactly("copy.hashtags");
        assertThat(faults(INSTAGRAM, POST, SomeCopy.of("#a ".repeat(20), "#b", Collections.nCopies(10, "#c"))))
                .containsExactly("copy.hashtags");
        assertThat(faults(
                        INSTAGRAM,
                        POST,
                        SomeCopy.of("a#b https://a.example/#b ".repeat(20), "#b", Collections.nCopies(29, "#c"))))
                .isEmpty();
    }

    @Test
    void a_carousel_has_two_to_ten_slides_of_one_size() {
        assertThat(faults(CAROUSEL, slides(2))).isEmpty();
        assertThat(faults(CAROUSEL, slides(10))).isEmpty();
        assertThat(faults(CAROUSEL, slides(1))).containsExactly("visuals");
        assertThat(faults(CAROUSEL, slides(11))).containsExactly("visuals");
        assertThat(faults(CAROUSEL, List.of(slide(1, 100), slide(2, 200)))).containsExactly("visuals");
    }

    @Test
    void a_reel_is_an_upright_video_of_15_to_90_seconds() {
        assertThat(faults(REEL, List.of(video(1080, 1920, 15)))).isEmpty();
        assertThat(faults(REEL, List.of(video(1080, 1920, 90)))).isEmpty();
        assertThat(faults(REEL, List.of(video(1080, 1920, 14)))).containsExactly("visuals");
        assertThat(faults(REEL, List.of(video(1080, 1920, 91)))).containsExactly("visuals");
        assertThat(faults(REEL, List.of(video(1920, 1080, 30)))).containsExactly("visuals");
        assertThat(faults(REEL, List.of())).containsExactly("visuals");
    }

    @Test
    void stories_and_videos_have_something_to_see() {
        assertThat(faults(STORY, List.of())).containsExactly("visuals");
        assertThat(faults(STORY, List.of(video(1080, 1920, 20)))).isEmpty();
        assertThat(RULES.violations(TIKTOK, VIDEO, SomeCopy.of("Look"), List.of()))
                .hasSize(1);
    }

    @Test
    void the_slides_of_a_carousel_are_numbered_without_gaps() {
        assertThat(faults(CAROUSEL, List.of(slide(2, 100), slide(1, 100)))).isEmpty();
        assertThat(faults(CAROUSEL, List.of(slide(1, 100), slide(3, 100)))).containsExactly("visuals");
    }

    @Test
    void a_slide_makes_no_story_and_sizes_that_count_are_known() {
        assertThat(faults(STORY, slides(1))).containsExactly("visuals");
        var unknown = new Visual(Visual.Type.VIDEO, "https://example.com/v", null, null, null, null, null, 1, 20);
        assertThat(faults(REEL, List.of(unknown))).containsExactly("visuals");
    }

    @Test
    void every_variation_fits_its_platform_together_with_the_closing() {
        assertThat(faults(TWITTER, POST, SomeCopy.varied("x".repeat(280), "x".repeat(281))))
                .containsExactly("copy.variations[1].primary");
        assertThat(faults(TWITTER, POST, SomeCopy.varied("one", "two"))).isEmpty();
    }

    @Test
    void a_thread_has_no_variations() {
        var thread = SomeCopy.thread(null, List.of(), "a", "b");
        var varied = new Copy(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                thread.threadParts(),
                null,
                SomeCopy.varied("one").variations(),
                null);
        assertThat(faults(TWITTER, THREAD, varied)).containsExactly("copy.variations");
    }

    @Test
    void everything_a_platform_would_not_take_is_told_at_once() {
        var refused = catchThrowableOfType(
                Refusal.class,
                () -> RULES.require(
                        INSTAGRAM,
                        POST,
                        SomeCopy.of("x".repeat(2201), null, Collections.nCopies(31, "#a")),
                        List.of()));
        assertThat(refused.violations()).extracting(Violation::param).containsExactly("copy.primary", "copy.hashtags");
    }

    @Test
    void what_breaks_a_rule_is_impossible() {
        var refused = catchThrowableOfType(
                Refusal.class, () -> RULES.require(TWITTER, POST, SomeCopy.of("x".repeat(281)), List.of()));
        assertThat(refused.code()).isEqualTo(Refusal.Input.IMPOSSIBLE_INPUT);
    }

    private static List<String> faults(Platform platform, ContentType type, Copy copy) {
        return RULES.violations(platform, type, copy, List.of()).stream()
                .map(Violation::param)
                .toList();
    }

    private static List<String> faults(ContentType type, List<Visual> visuals) {
        return RULES.violations(INSTAGRAM, type, SomeCopy.of("Look"), visuals).stream()
                .map(Violation::param)
                .toList();
    }

    private static List<Visual> slides(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(at -> slide(at, 1080)).toList();
    }

    private static Visual slide(int position, int width) {
        return visual(Visual.Type.CAROUSEL_SLIDE, width, 1080, position, null);
    }

    private static Visual video(int width, int height, int seconds) {
        return visual(Visual.Type.VIDEO, width, height, 1, seconds);
    }

    private static Visual visual(Visual.Type type, int width, int height, int position, Integer seconds) {
        return new Visual(
                type,
                "https://example.com/v",
                null,
                null,
                new Visual.Dimensions(width, height),
                "png",
                1L,
                position,
                seconds);
    }
}
