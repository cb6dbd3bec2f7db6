package io.groundswell.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlankTest {
    private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\r\n",
                "\u0007",
                "\u0085",
                "\u00A0", // no-break space
                "\u00AD", // soft hyphen
                "\u200B", // zero width space
                "\u200D", // zero width joiner
                "\u200E\u202E", // directions
                "\u2028\u2029", // line and paragraph separator
                "\u2060", // word joiner
                "\u180B\u180D", // Mongolian variation selectors
                "\u2800", // braille without dots
                "\u3000", // ideographic space
                "\u3164", // filler of Hangul
                "\uFEFF", // byte order mark
                "\uFE0F", // variation selector
                "\uDB40\uDC41", // tag, which takes two chars
                " \u200B\u2060 \uFEFF\u00AD\u2028\uFE0F",
            })
    void what_shows_nothing_is_blank(String text) {
        assertThat(Blank.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                ".",
                "\u200Ba\u200B",
                "\u0627\u200C",
                "\u0301", // a mark is shown, also of nothing
                "\u0378", // not assigned
                "\uE000", // somebody's own
                "\u2764\uFE0F",
                "1\uFE0F\u20E3",
                "\uD83D\uDE00",
                FAMILY,
            })
    void what_shows_anything_is_not(String text) {
        assertThat(Blank.is(text)).isFalse();
        assertThat(Blank.is(new StringBuilder(text))).isFalse();
    }
}
