package io.groundswell.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CharactersTest {
    @Test
    void what_takes_two_in_memory_is_one() {
        assertThat(Characters.count("")).isZero();
        assertThat(Characters.count("Grüße")).isEqualTo(5);
        assertThat(Characters.count("a\uD83D\uDE00b")).isEqualTo(3);
        assertThat(Characters.count(new StringBuilder("\uD83D\uDE00"))).isEqualTo(1);
    }
}
