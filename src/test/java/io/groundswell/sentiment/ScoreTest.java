package io.groundswell.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
                    this is a good video,                     3, 5, 1
                    GOOD!!! Good... gOOd,                     9, 3, 3
                    worst and abandoned,                     -5, 3, 2
                    this is not good,                        -2, 4, 1
                    damn good,                                4, 2, 1
                    i can't stand this,                      -3, 4, 1
                    i can’t stand this,                      -3, 4, 1
                    it does not work,                        -3, 4, 1
                    a game-changing idea,                     3, 3, 1
                    good-hearted people,                      3, 3, 1
                    naïve,                                   -2, 1, 1
                    goodbye,                                  0, 1, 0
                    le chat dort,                             0, 3, 0
                    kind of,                                  0, 2, 1
                    """)
    void words_and_the_longest_phrases_of_the_list_add_up(String text, int sum, int words, int known) {
        assertThat(Score.of(text)).isEqualTo(new Score(sum, words, known));
    }

    @Test
    void the_comparative_score_is_the_sum_by_the_number_of_words() {
        assertThat(Score.of("this is a good video").comparative()).isEqualTo(0.6);
    }

    @Test
    void a_text_of_which_no_word_is_known_has_no_score() {
        assertThat(Score.of("le chat dort").comparative()).isNull();
        assertThat(Score.of("😀😀 !!!").comparative()).isNull();
        assertThat(Score.of("😀😀 !!!").words()).isZero();
    }

    @Test
    void words_that_cancel_out_are_a_score_of_zero() {
        assertThat(Score.of("good bad").comparative()).isEqualTo(0);
    }

    @Test
    void a_long_text_without_an_end_to_its_words_is_scored_as_well() {
        assertThat(Score.of("good-".repeat(1_000)).words()).isEqualTo(1_000);
    }
}
