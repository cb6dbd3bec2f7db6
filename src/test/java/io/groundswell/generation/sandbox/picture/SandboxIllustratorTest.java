package io.groundswell.generation.sandbox.picture;

import static io.groundswell.mission.ContentType.ARTICLE;
import static io.groundswell.mission.ContentType.CAROUSEL;
import static io.groundswell.mission.ContentType.POLL;
import static io.groundswell.mission.ContentType.POST;
import static io.groundswell.mission.ContentType.STORY;
import static io.groundswell.mission.ContentType.VIDEO;
import static io.groundswell.mission.Platform.INSTAGRAM;
import static io.groundswell.mission.Platform.LINKEDIN;
import static io.groundswell.mission.Platform.TIKTOK;
import static io.groundswell.mission.Platform.TWITTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.content.Copy;
import io.groundswell.content.Visual;
import io.groundswell.generation.Illustration;
import io.groundswell.generation.IllustrationBrief;
import io.groundswell.generation.Usage;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxIllustratorTest {
    static final SandboxIllustrator ILLUSTRATOR = new SandboxIllustrator();

    @ParameterizedTest
    @CsvSource({
        "TWITTER, POST, 1200, 675",
        "LINKEDIN, POST, 1200, 675",
        "FACEBOOK, POST, 1200, 675",
        "BLOG, ARTICLE, 1200, 675",
        "THREADS, THREAD, 1200, 675",
        "MASTODON, POST, 1200, 675",
        "BLUESKY, THREAD, 1200, 675",
        "INSTAGRAM, POST, 1080, 1080",
        "INSTAGRAM, STORY, 1080, 1920",
        "FACEBOOK, STORY, 1080, 1920"
    })
    void a_picture_has_the_size_of_its_place(Platform platform, ContentType type, int width, int height)
            throws IOException {
        // When
        var gallery = ILLUSTRATOR.illustrate(Briefs.of(platform, type, Briefs.lesson(3)));
        // Then
        assertThat(gallery.illustrations()).hasSize(1);
        Illustration picture = gallery.illustrations().get(0);
        assertThat(picture.type()).isEqualTo(Visual.Type.IMAGE);
        assertThat(picture.dimensions()).isEqualTo(new Visual.Dimensions(width, height));
        assertSize(picture.bytes(), width, height);
        assertSize(picture.thumbnail(), width / 4, height / 4);
        assertThat(picture.durationSeconds()).isNull();
    }

    private static void assertSize(byte[] png, int width, int height) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
    }

    @Test
    void the_same_version_gives_the_same_bytes_and_the_next_one_another_picture() {
        // Given
        IllustrationBrief first = Briefs.of(TWITTER, POST, Briefs.lesson(2));
        IllustrationBrief next =
                new IllustrationBrief("ref", first.contentId(), 2, TWITTER, POST, first.copy(), first.brand());
        // When
        byte[] bytes = bytes(first);
        // Then
        assertThat(new SandboxIllustrator()
                        .illustrate(first)
                        .illustrations()
                        .get(0)
                        .bytes())
                .isEqualTo(bytes);
        assertThat(bytes(next)).isNotEqualTo(bytes);
    }

    private static byte[] bytes(IllustrationBrief brief) {
        return ILLUSTRATOR.illustrate(brief).illustrations().get(0).bytes();
    }

    @Test
    void a_post_card_stays_small() {
        assertThat(bytes(Briefs.of(LINKEDIN, POST, Briefs.lesson(5)))).hasSizeLessThan(60 * 1024);
    }

    @Test
    void a_poll_has_no_visual_and_costs_nothing() {
        // When
        var gallery = ILLUSTRATOR.illustrate(Briefs.of(TWITTER, POLL, Briefs.lesson(1)));
        // Then
        assertThat(gallery.illustrations()).isEmpty();
        assertThat(gallery.usage().costCents()).isZero();
    }

    @Test
    void pictures_cost_four_cents_and_videos_ten_as_estimated() {
        // Given
        IllustrationBrief carousel = Briefs.of(LINKEDIN, CAROUSEL, Briefs.lesson(3));
        IllustrationBrief video = Briefs.of(TIKTOK, VIDEO, Briefs.lesson(3));
        // When
        Usage usage = ILLUSTRATOR.illustrate(carousel).usage();
        // Then
        assertThat(usage).isEqualTo(new Usage("sandbox", Usage.Kind.IMAGE, "sandbox-illustrator-1", 0, 5, 20));
        assertThat(ILLUSTRATOR.estimateCents(carousel)).isEqualTo(20);
        assertThat(ILLUSTRATOR.estimateCents(video)).isEqualTo(10);
    }

    @Property(tries = 12)
    void a_carousel_has_two_to_ten_equal_slides_in_order(@ForAll @IntRange(max = 12) int lines) {
        // When
        var slides = ILLUSTRATOR
                .illustrate(Briefs.of(INSTAGRAM, CAROUSEL, Briefs.lesson(lines)))
                .illustrations();
        // Then
        assertThat(slides).hasSize(Math.min(lines, 8) + 2);
        for (int i = 0; i < slides.size(); i++) {
            assertThat(slides.get(i).type()).isEqualTo(Visual.Type.CAROUSEL_SLIDE);
            assertThat(slides.get(i).position()).isEqualTo(i + 1);
            assertThat(slides.get(i).dimensions()).isEqualTo(new Visual.Dimensions(1080, 1080));
        }
    }

    @Test
    void the_writers_alt_text_wins_over_a_description() {
        // Given
        Copy described = new Copy("p", "Hi", null, null, null, null, null, "A cup", null, null, null, null);
        // Then
        assertThat(altText(described)).isEqualTo("A cup");
        assertThat(altText(Briefs.copy("Hello", null, null, "Come in")))
                .isEqualTo("Title card: “Hello” with the line “Come in”, by Harbor & Pine Coffee.");
    }

    private static String altText(Copy copy) {
        return ILLUSTRATOR
                .illustrate(Briefs.of(LINKEDIN, ARTICLE, copy))
                .illustrations()
                .get(0)
                .altText();
    }

    @Property(tries = 40)
    void any_text_makes_a_picture(
            @ForAll @StringLength(max = 300) String headline,
            @ForAll @StringLength(max = 3000) String body,
            @ForAll @StringLength(max = 20) String color) {
        // Given
        IllustrationBrief brief = new IllustrationBrief(
                "ref", body, 1, INSTAGRAM, STORY, Briefs.copy(headline, body, body, headline), Briefs.colored(color));
        // When
        var gallery = ILLUSTRATOR.illustrate(brief);
        // Then
        assertThat(gallery.illustrations()).hasSize(1);
    }

    @Test
    void a_text_the_font_lacks_falls_back_to_the_brand() {
        assertThat(altText(Briefs.copy("日本語の見出し 2024", "שלום עולם", null, "🎉🎉")))
                .isEqualTo("Title card: “Harbor & Pine Coffee”.");
    }

    @Test
    void a_brief_without_words_or_brand_still_gets_an_ornament() {
        // Given
        IllustrationBrief bare = new IllustrationBrief("ref", null, 1, INSTAGRAM, POST, null, null);
        // Then
        assertThat(ILLUSTRATOR.illustrate(bare).illustrations().get(0).altText())
                .isEqualTo("Title card: a pattern of geometric shapes.");
    }
}
