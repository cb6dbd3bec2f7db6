package io.groundswell.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.groundswell.shared.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariantTest {
    @Test
    void without_weights_all_are_shown_alike_and_the_first_gets_what_remains() {
        assertThat(Variant.list(List.of("a", "b"))).extracting(Variant::weight).containsExactly(50, 50);
        assertThat(Variant.list(List.of("a", "b", "c")))
                .extracting(Variant::weight)
                .containsExactly(34, 33, 33);
        assertThat(Variant.list(List.of("a", "b", "c", "d")))
                .extracting(Variant::weight)
                .containsExactly(25, 25, 25, 25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a b c d e", "a a", "a ", "a \u0007", ""})
    void keys_are_two_to_four_that_differ(String keys) {
        var thrown = catchThrowableOfType(Refusal.class, () -> Variant.list(List.of(keys.split(" ", -1))));

        assertThat(thrown.code()).isEqualTo(ExperimentError.INVALID_VARIANTS);
    }

    @Test
    void a_key_is_any_text() {
        var keys = List.of("Sign up", "sign up", "Los geht's \uD83D\uDE80", "é".repeat(64));

        assertThat(Variant.list(keys)).extracting(Variant::key).isEqualTo(keys);
        assertThatThrownBy(() -> Variant.list(List.of("a", "b".repeat(65)))).isInstanceOf(Refusal.class);
    }

    @Test
    void weights_are_those_of_the_variants_in_their_order() {
        assertThat(Variant.list(List.of("a", "b"), List.of(99, 1)))
                .containsExactly(new Variant("a", 99), new Variant("b", 1));
        assertThat(Variant.list(List.of("a", "b"), List.of(0, 100)))
                .containsExactly(new Variant("a", 0), new Variant("b", 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"101 -1", "50 49", "50 51", "150 -50", "100", "50 25 25", "2147483647 -2147483547"})
    void weights_are_a_hundred_together(String weights) {
        var numbers = List.of(weights.split(" ")).stream().map(Integer::valueOf).toList();

        var thrown = catchThrowableOfType(Refusal.class, () -> Variant.list(List.of("a", "b"), numbers));

        assertThat(thrown.code()).isEqualTo(ExperimentError.INVALID_VARIANTS);
        assertThat(thrown.getMessage()).startsWith("weights ");
    }
}
