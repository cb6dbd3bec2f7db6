package io.groundswell.publishing.metricool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.content.Copy;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.Post;
import io.groundswell.publishing.PublishFailure;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostFormTest {
    private static final Instant AT = Instant.parse("2030-01-15T23:59:21Z");

    private static Post post(Platform platform, ContentType type, Copy.Poll poll) {
        var copy =
                new Copy("Hello", "A <b>title</b>", null, null, null, null, null, null, null, "A comment", null, poll);
        return new Post("cnt_1:1", new Owner("tnt_1", Mode.LIVE), platform, type, copy, List.of(), null);
    }

    private static JsonNode form(Platform platform, ContentType type, String... parts) {
        return new PostForm(post(platform, type, null), List.of(parts), List.of("https://m.example/a.png"), AT).json();
    }

    @Test
    void a_post_is_planned_for_a_second_in_utc_and_goes_out_by_itself() {
        var form = form(Platform.LINKEDIN, ContentType.POST, "Hello");

        assertThat(form.path("publicationDate").path("dateTime").asText()).isEqualTo("2030-01-15T23:59:21");
        assertThat(form.path("publicationDate").path("timezone").asText()).isEqualTo("UTC");
        assertThat(form.path("autoPublish").asBoolean()).isTrue();
        assertThat(form.path("draft").asBoolean(true)).isFalse();
        assertThat(form.path("providers").get(0).path("network").asText()).isEqualTo("linkedin");
        assertThat(form.path("media").get(0).asText()).isEqualTo("https://m.example/a.png");
        assertThat(form.path("firstCommentText").asText()).isEqualTo("A comment");
    }

    @Test
    void the_parts_of_a_thread_descend_from_the_first() {
        var form = form(Platform.TWITTER, ContentType.THREAD, "1/", "2/", "3/");
        assertThat(form.path("text").asText()).isEqualTo("1/");
        assertThat(form.path("descendants")).hasSize(2);
        assertThat(form.path("descendants").get(1).path("text").asText()).isEqualTo("3/");
        assertThat(form.path("descendants")
                        .get(1)
                        .path("providers")
                        .get(0)
                        .path("network")
                        .asText())
                .isEqualTo("twitter");
    }

    @Test
    void a_poll_has_its_options_and_its_time_in_minutes() {
        var poll = new Copy.Poll("Tea or coffee?", List.of("Tea", "Coffee"), 48);
        var form = new PostForm(post(Platform.TWITTER, ContentType.POLL, poll), List.of("Hello"), List.of(), AT).json();
        var told = form.path("twitterData").path("poll");
        assertThat(told.path("options").get(1).path("text").asText()).isEqualTo("Coffee");
        assertThat(told.path("settings").path("durationMinutes").asInt()).isEqualTo(2_880);
    }

    @Test
    void networks_get_what_they_insist_on() {
        assertThat(form(Platform.INSTAGRAM, ContentType.REEL, "Hi")
                        .path("instagramData")
                        .path("type")
                        .asText())
                .isEqualTo("REEL");
        assertThat(form(Platform.FACEBOOK, ContentType.STORY, "Hi")
                        .path("facebookData")
                        .path("type")
                        .asText())
                .isEqualTo("STORY");
        assertThat(form(Platform.TIKTOK, ContentType.VIDEO, "Hi")
                        .path("tiktokData")
                        .path("privacyOption")
                        .asText())
                .isEqualTo("PUBLIC_TO_EVERYONE");
        assertThat(form(Platform.YOUTUBE, ContentType.VIDEO, "Hi")
                        .path("youtubeData")
                        .path("title")
                        .asText())
                .isEqualTo("A btitle/b");
    }

    @ParameterizedTest
    @CsvSource({"LINKEDIN,ARTICLE", "LINKEDIN,POLL", "BLOG,POST"})
    void what_metricool_has_no_words_for_is_refused(Platform platform, ContentType type) {
        var refused =
                catchThrowableOfType(PublishFailure.class, () -> PostForm.requireKnown(post(platform, type, null)));
        assertThat(refused.isPermanent()).isTrue();
    }
}
