package io.groundswell.generation.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.content.Copy;
import io.groundswell.generation.Brand;
import io.groundswell.generation.WritingBrief;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SandboxWriterTest {
    private final SandboxWriter writer = new SandboxWriter();
    private final Briefs post = Briefs.of(Platform.TWITTER, ContentType.POST);
    private final Briefs longPost = Briefs.of(Platform.LINKEDIN, ContentType.POST);

    private Copy copy(WritingBrief brief) {
        return writer.write(brief).copy();
    }

    @Test
    void every_tone_sounds_different() {
        // When
        List<String> texts = Stream.of(
                        "neutral", "professional", "friendly", "witty", "bold", "educational", "inspiring")
                .map(tone -> copy(post.tone(tone).number(3)))
                .map(copy -> copy.primary() + copy.cta())
                .toList();
        // Then
        assertThat(texts).doesNotHaveDuplicates();
        assertThat(copy(post.tone("an unheard-of tone").number(3)))
                .isEqualTo(copy(post.tone("neutral").number(3)));
    }

    @Test
    void a_thread_is_numbered_and_begins_with_its_hook() {
        // When
        Copy copy = copy(Briefs.of(Platform.TWITTER, ContentType.THREAD).number(1));
        // Then
        List<String> parts = copy.threadParts();
        assertThat(parts).hasSizeBetween(3, 10);
        assertThat(parts.get(0)).startsWith("1/" + parts.size() + " " + copy.hook());
        assertThat(parts).anyMatch(part -> part.contains("curl -I"));
    }

    @Test
    void a_carousel_has_a_line_for_every_slide() {
        Copy copy = copy(Briefs.of(Platform.INSTAGRAM, ContentType.CAROUSEL).number(1));
        assertThat(copy.body().lines()).hasSizeBetween(4, 6).first().isEqualTo(copy.headline());
        assertThat(copy.altText()).isEqualTo("Carousel: " + copy.headline());
    }

    @Test
    void an_article_has_four_hundred_words() {
        Copy copy = copy(Briefs.of(Platform.LINKEDIN, ContentType.ARTICLE).number(1));
        assertThat(Text.words(copy.body())).hasSizeGreaterThan(400);
        assertThat(copy.body()).hasSizeLessThanOrEqualTo(3000).contains("About Acme: Acme makes tools for API teams.");
    }

    @Test
    void a_poll_asks_one_question() {
        Copy copy = copy(Briefs.of(Platform.TWITTER, ContentType.POLL).number(1));
        assertThat(copy.poll().question()).endsWith("?");
        assertThat(copy.poll().options()).hasSizeBetween(2, 4).allMatch(option -> Text.length(option) <= 25);
    }

    @Test
    void the_link_stands_in_the_call_to_action() {
        assertThat(copy(post.brief(1, 1, null, "https://acme.dev/x")).cta()).endsWith("https://acme.dev/x");
    }

    @Test
    void feedback_on_length_is_heard() {
        int usual = copy(longPost.number(1)).primary().length();
        assertThat(copy(longPost.again(1, "Please make it shorter")).primary()).hasSizeLessThan(usual);
        assertThat(copy(longPost.again(1, "Too short, more detail")).primary()).hasSizeGreaterThan(usual);
    }

    @Test
    void feedback_on_hashtags_and_emojis_is_heard() {
        assertThat(copy(post.again(1, "no hashtags please")).hashtags()).isEmpty();
        assertThat(IntStream.range(0, 20)
                        .mapToObj(n -> copy(post.again(n, "Remove the emojis")).primary()))
                .noneMatch(text -> text.codePoints().anyMatch(c -> Character.getType(c) == Character.OTHER_SYMBOL));
    }

    @Test
    void feedback_on_questions_is_heard() {
        assertThat(copy(post.again(1, "End with a question")).primary()).endsWith("?");
        assertThat(IntStream.range(0, 20).mapToObj(n -> copy(post.again(n, "Remove the questions"))
                        .primary()))
                .noneMatch(text -> text.contains("?"));
    }

    @Test
    void feedback_on_tone_is_heard() {
        assertThat(Wishes.in("Make it more formal").tone()).isEqualTo("professional");
        assertThat(Wishes.in("too stiff, more casual please").tone()).isEqualTo("casual");
    }

    @Test
    void feedback_can_ask_for_words_and_against_them() {
        assertThat(copy(post.again(1, "Please mention Docker Compose and our webinar"))
                        .primary())
                .contains("Docker Compose", "webinar");
        assertThat(Wishes.in("Don't mention pricing").avoided()).containsExactly("pricing");
    }

    @Test
    void a_rewriting_reads_differently() {
        assertThat(Stream.of(post.number(1), post.again(1, null), post.again(1, "meh"), post.again(1, "boring"))
                        .map(brief -> copy(brief).primary()))
                .doesNotHaveDuplicates();
    }

    @Test
    void placeholders_in_what_people_typed_do_not_come_through() {
        Copy copy = copy(post.topic("{topic} %s ${brand}").number(1));
        assertThat(Briefs.everything(copy)).noneMatch(text -> text.contains("{") || text.contains("%s"));
    }

    @Test
    void an_excluded_topic_is_replaced() {
        var draft =
                writer.write(post.topic("API design").excluding(List.of("api")).number(1));
        assertThat(draft.topic()).isEqualTo("Craft");
    }

    @Test
    void a_brand_that_says_nothing_still_gets_a_post() {
        Briefs bare =
                new Briefs(Brand.neutral(null), null, "الوعي بالبيئة", Platform.TWITTER, ContentType.POST, 280, null);
        assertThat(copy(bare.number(1)).primary()).contains("الوعي بالبيئة");
    }

    @Test
    void a_text_is_about_what_its_topic_asks_for() {
        Copy copy = copy(Briefs.of(Platform.TWITTER, ContentType.THREAD)
                .topic("common mistakes with self-hosting")
                .number(1));
        assertThat(String.join(" ", copy.threadParts()).split("self-hosting")).hasSizeGreaterThan(2);
        assertThat(copy.threadParts()).anyMatch(part -> part.contains("Do one thing at a time."));
        assertThat(copy.hashtags()).contains("#SelfHosting");
    }

    @Test
    void the_audience_of_the_objectives_is_addressed() {
        assertThat(writer.write(post.number(1)).targetAudience()).isEqualTo("small teams");
        assertThat(IntStream.range(0, 60).mapToObj(n -> copy(post.number(n)).primary()))
                .anyMatch(text -> text.contains("small teams") || text.contains("work in a small team"));
    }

    @Test
    void confidence_splits_a_mission_at_nine_tenths() {
        for (Platform platform : List.of(Platform.TWITTER, Platform.LINKEDIN, Platform.BLOG)) {
            Briefs posts = Briefs.of(platform, ContentType.POST);
            List<Double> ratings = IntStream.range(0, 200)
                    .mapToObj(n -> writer.write(posts.number(n)).confidence())
                    .toList();
            assertThat(ratings).allMatch(rating -> rating >= 0.7 && rating <= 0.98);
            assertThat(ratings.stream().filter(rating -> rating >= 0.9).count()).isBetween(30L, 170L);
        }
    }
}
