package io.groundswell.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscapesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/users/ada?limit=5",
                "/users/%41%7f%25",
                "/users/caf%C3%A9%20cr%c3%a8me",
                "/users/%E2%82%AC",
                "/users/%F0%9F%A6%86%F4%8F%BF%BF",
                "/users/%EF%BF%BD",
                "/users/%ED%9F%BF%EE%80%80",
                "/users/%25ff"
            })
    void a_text_is_read(String address) {
        assertThat(Escapes.areText(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "%4",
                "%zz",
                "%00",
                // Alone, or where the rest is missing, or comes unescaped or later.
                "%ff",
                "%80",
                "%C3",
                "%C3%41",
                "%C3\u00A9",
                "%C3+%A9",
                "%E2%82",
                "%C3%A9%A9",
                // Longer than it need be.
                "%C0%80",
                "%C1%BF",
                "%E0%9F%BF",
                "%F0%8F%BF%BF",
                // Half of a surrogate pair, and both halves.
                "%ED%A0%80",
                "%ED%A0%BD%ED%B8%80",
                // Beyond U+10FFFF.
                "%F4%90%80%80",
                "%F8%88%80%80%80"
            })
    void what_is_no_text_is_not(String escapes) {
        assertThat(Escapes.areText("/users/" + escapes)).isFalse();
        assertThat(Escapes.areText("/breakdown?event=a" + escapes + "&limit=5")).isFalse();
    }
}
