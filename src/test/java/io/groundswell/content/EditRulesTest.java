package io.groundswell.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.shared.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditRulesTest {
    private static final Visual PICTURE = picture("https://cdn.example/a.png", 1);

    @Test
    void what_is_within_all_limits_is_fine() {
        var article = new Copy(
                "x".repeat(100_000),
                "x".repeat(500),
                "x".repeat(2_000),
                null,
                "x".repeat(1_000),
                Collections.nCopies(100, "x".repeat(100)),
                null,
                "x".repeat(2_000),
                null,
                "x".repeat(10_000),
                SomeCopy.varied("1", "2", "3", "4", "5", "6", "7", "8", "9", "10")
                        .variations(),
                new Copy.Poll("x".repeat(500), Collections.nCopies(10, "x".repeat(200)), 336));
        assertThat(EditRules.violations(article, List.of(PICTURE), Collections.nCopies(50, "x".repeat(100))))
                .isEmpty();
        var mentions = Collections.nCopies(100, "x".repeat(100));
        var body = new Copy(null, null, null, "x".repeat(100_000), null, null, mentions, null, null, null, null, null);
        assertThat(faults(body)).isEmpty();
        var parts = new ArrayList<>(Collections.nCopies(99, "x".repeat(1_000)));
        parts.add("x".repeat(10_000));
        assertThat(faults(SomeCopy.thread(null, null, parts.toArray(String[]::new))))
                .isEmpty();
        assertThat(faults(SomeCopy.of(null))).isEmpty();
    }

    @Test
    void all_texts_together_have_a_size_in_bytes_and_the_larger_part_is_named() {
        var inside = "ж".repeat(ItemSize.MAX_BYTES / 2);
        var words = new Copy(inside, null, null, null, null, null, null, null, null, null, null, null);
        assertThat(faults(words)).isEmpty();
        assertThat(faults(words.withPrimary(inside + "x"))).containsExactly("copy");
        assertThat(params(EditRules.violations(words, List.of(PICTURE), List.of())))
                .containsExactly("copy");
        var pictures = IntStream.rangeClosed(1, 20)
                .mapToObj(at -> new Visual(
                        Visual.Type.IMAGE,
                        "https://cdn.example/" + "a".repeat(1_900),
                        "https://cdn.example/" + "b".repeat(1_900),
                        "€".repeat(2_000),
                        null,
                        null,
                        null,
                        at,
                        null))
                .toList();
        assertThat(params(EditRules.violations(SomeCopy.of("Hi"), pictures, List.of())))
                .containsExactly("visuals");
    }

    @Test
    void no_text_is_left_out_of_the_size() {
        var most = "x".repeat(ItemSize.MAX_BYTES + 1);
        var one = List.of(most);
        assertThat(Stream.of(
                        SomeCopy.of(most),
                        new Copy(null, most, null, null, null, null, null, null, null, null, null, null),
                        new Copy(null, null, most, null, null, null, null, null, null, null, null, null),
                        new Copy(null, null, null, most, null, null, null, null, null, null, null, null),
                        new Copy(null, null, null, null, most, null, null, null, null, null, null, null),
                        new Copy(null, null, null, null, null, one, null, null, null, null, null, null),
                        new Copy(null, null, null, null, null, null, one, null, null, null, null, null),
                        new Copy(null, null, null, null, null, null, null, most, null, null, null, null),
                        new Copy(null, null, null, null, null, null, null, null, one, null, null, null),
                        new Copy(null, null, null, null, null, null, null, null, null, most, null, null),
                        SomeCopy.varied("a", most),
                        SomeCopy.poll("Which?", one),
                        SomeCopy.poll(most, List.of())))
                .allMatch(copy -> faults(copy).contains("copy"));
    }

    @Test
    void everything_that_is_too_much_is_told_at_once() {
        var copy = new Copy(
                "x".repeat(100_001),
                "x".repeat(501),
                "x".repeat(2_001),
                "x".repeat(100_001),
                "x".repeat(1_001),
                Collections.nCopies(101, "x"),
                List.of("x".repeat(101)),
                "x".repeat(2_001),
                List.of(" "),
                "x".repeat(10_001),
                SomeCopy.varied("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11")
                        .variations(),
                new Copy.Poll("x".repeat(501), Collections.nCopies(11, "x"), 337));
        assertThat(params(EditRules.violations(copy, Collections.nCopies(21, PICTURE), Collections.nCopies(51, "x"))))
                .containsExactly(
                        "copy.primary",
                        "copy.headline",
                        "copy.hook",
                        "copy.body",
                        "copy.cta",
                        "copy.alt_text",
                        "copy.first_comment",
                        "copy.hashtags",
                        "copy.mentions",
                        "copy.thread_parts",
                        "copy.variations",
                        "copy.poll.question",
                        "copy.poll.options",
                        "copy.poll.duration_hours",
                        "visuals",
                        "metadata.tags",
                        "copy");
    }

    @Test
    void lists_have_no_gaps() {
        var tags = new ArrayList<>(Arrays.asList("a", null));
        assertThat(params(EditRules.violations(SomeCopy.of("Hi"), Arrays.asList(PICTURE, null), tags)))
                .containsExactly("visuals", "metadata.tags");
    }

    @Test
    void a_variation_has_an_id_of_its_own_a_text_and_a_weight() {
        var variations = List.of(
                new Copy.Variation("a", null, "one", 1),
                new Copy.Variation("a", null, "two", 1),
                new Copy.Variation(null, "x".repeat(201), " ", 0),
                new Copy.Variation("d", null, "four", Double.NaN),
                new Copy.Variation("e", null, "five", -1));
        var copy = new Copy("Own", null, null, null, null, null, null, null, null, null, variations, null);
        assertThat(faults(copy))
                .containsExactly(
                        "copy.variations[1].id",
                        "copy.variations[2].id",
                        "copy.variations[2].label",
                        "copy.variations[2].primary",
                        "copy.variations[2].weight",
                        "copy.variations[3].weight",
                        "copy.variations[4].weight");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.png",
                "//cdn.example/a.png",
                "ftp://cdn.example/a.png",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "https:///a.png",
                "https://cdn example/a.png"
            })
    void a_visual_is_at_an_absolute_web_address(String address) {
        assertThat(params(EditRules.violations(SomeCopy.of("Hi"), List.of(picture(address, 1)), List.of())))
                .containsExactly("visuals[0].url");
    }

    @Test
    void a_visual_has_sane_numbers_and_a_place_of_its_own() {
        var odd = new Visual(null, null, "x", null, new Visual.Dimensions(0, 5), "png", -1L, 21, 0);
        assertThat(params(EditRules.violations(SomeCopy.of("Hi"), List.of(odd), List.of())))
                .containsExactly(
                        "visuals[0].type",
                        "visuals[0].url",
                        "visuals[0].thumbnail_url",
                        "visuals[0].dimensions",
                        "visuals[0].file_size_bytes",
                        "visuals[0].duration_seconds",
                        "visuals[0].position");
        assertThat(params(EditRules.violations(SomeCopy.of("Hi"), List.of(PICTURE, PICTURE), List.of())))
                .containsExactly("visuals[1].position");
    }

    private static Visual picture(String address, int position) {
        return new Visual(Visual.Type.IMAGE, address, null, null, null, null, null, position, null);
    }

    private static List<String> faults(Copy copy) {
        return params(EditRules.violations(copy, List.of(), List.of()));
    }

    private static List<String> params(List<Violation> violations) {
        return violations.stream().map(Violation::param).toList();
    }
}
