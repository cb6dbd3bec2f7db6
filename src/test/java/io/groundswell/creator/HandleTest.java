package io.groundswell.creator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandleTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "A.b_c-9", ".", "123456789012345678901234567890"})
    void a_handle_is_1_to_30_letters_digits_dots_underscores_and_hyphens(String handle) {
        assertThat(Handle.fits(handle)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "@a", "ä", "1234567890123456789012345678901", "a\n", "a/b", "%41"})
    void nothing_else_is_one(String handle) {
        assertThat(Handle.fits(handle)).isFalse();
    }

    @Test
    void one_at_sign_before_it_is_left_out() {
        assertThat(Handle.plain("@some.one")).isEqualTo("some.one");
        assertThat(Handle.plain("some.one")).isEqualTo("some.one");
        assertThat(Handle.plain("@@some.one")).isEqualTo("@some.one");
    }
}
