package io.groundswell.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutTest {
    @ParameterizedTest
    @CsvSource({
        "'', 3, ''",
        "abc, 3, abc",
        "abcd, 3, abc",
        "abcd, 0, ''",
        "ab😀, 3, ab😀",
        "ab😀d, 3, ab😀",
        "😀😀, 1, 😀"
    })
    void what_is_cut_has_as_many_whole_characters_as_there_is_room_for(String text, int most, String cut) {
        assertThat(Cut.to(most, text)).isEqualTo(cut);
    }
}
