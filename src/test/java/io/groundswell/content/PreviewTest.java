package io.groundswell.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PreviewTest {
    private static final PlatformLimits LIMITS = SomeLimits.usual();
    private static final Preview PREVIEW = new Preview(new ContentRules(LIMITS), LIMITS);

    static Stream<Arguments> everyPair() {
        return Arrays.stream(ContentType.values())
                .flatMap(type -> Arrays.stream(Platform.values()).map(platform -> Arguments.of(platform, type)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void every_type_is_shown_on_the_platforms_that_take_it(Platform platform, ContentType type) {
        // When
        var shown = PREVIEW.of(content(platform, type, words(type), visuals(type)));
        // Then
        assertThat(shown.valid()).isEqualTo(type.fits(platform));
        assertThat(shown.warnings())
                .extracting(Preview.Warning::code)
                .isEqualTo(type.fits(platform) ? List.of() : List.of("platform_rule"));
        assertThat(shown.maxCharacters()).isEqualTo(LIMITS.maxCharacters(platform));
        assertThat(shown.rendering().parts()).hasSize(type == ContentType.THREAD ? 3 : 1);
        assertThat(shown.rendering().text()).endsWith("Read on #API");
    }

    @Test
    void a_part_that_is_too_long_makes_an_item_invalid() {
        var copy = SomeCopy.of("x".repeat(269), "Read on", List.of("#API"));
        var shown = PREVIEW.of(content(Platform.TWITTER, ContentType.POST, copy, List.of()));
        assertThat(shown.valid()).isFalse();
        assertThat(shown.warnings())
                .extracting(Preview.Warning::message)
                .containsExactly("283 characters, where twitter takes 280");
    }

    private static Copy words(ContentType type) {
        var tags = List.of("#API");
        if (type == ContentType.THREAD) {
            return SomeCopy.thread("Read on", tags, "1/ a", "2/ b", "3/ c");
        }
        var poll = type == ContentType.POLL ? new Copy.Poll("Tea?", List.of("yes", "no"), 24) : null;
        return new Copy("Hello", null, null, null, "Read on", tags, null, null, null, null, null, poll);
    }

    private static List<Visual> visuals(ContentType type) {
        return switch (type) {
            case CAROUSEL ->
                List.of(
                        visual(Visual.Type.CAROUSEL_SLIDE, 1080, 1080, 1),
                        visual(Visual.Type.CAROUSEL_SLIDE, 1080, 1080, 2));
            case REEL, VIDEO, STORY -> List.of(visual(Visual.Type.VIDEO, 1080, 1920, 1));
            case POST, THREAD, ARTICLE, POLL -> List.of();
        };
    }

    private static Visual visual(Visual.Type type, int width, int height, int position) {
        var size = new Visual.Dimensions(width, height);
        return new Visual(type, "https://cdn.example/v", null, null, size, null, null, position, 20);
    }

    private static Content content(Platform platform, ContentType type, Copy copy, List<Visual> visuals) {
        var made = new NewContent(
                "cnt_1",
                new Owner("tnt_1", Mode.TEST),
                "msn_1",
                1,
                1,
                platform,
                type,
                copy,
                visuals,
                new Metadata("Launch", null, null, null, "en", null, null, 0.5, null, 0, false),
                null,
                0);
        return new Content(made, "UTC", Instant.EPOCH);
    }
}
