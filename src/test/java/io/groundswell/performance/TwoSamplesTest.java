package io.groundswell.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TwoSamplesTest {

    @Test
    void a_textbook_example_of_welchs_test() {
        // A worked example of samples of different size and variance: p = 0.036.
        double[] ones = {19.8, 20.4, 19.6, 17.8, 18.5, 18.9, 18.3, 18.9, 19.5, 22.0};
        double[] others = {
            28.2, 26.6, 20.1, 23.3, 25.2, 22.1, 17.7, 27.6, 20.6, 13.7, 23.2, 17.5, 20.6, 18.0, 23.9, 21.6, 24.3, 20.4,
            24.0, 13.2
        };
        assertThat(TwoSamples.confidence(ones, others, 1)).isEqualTo(0.96);
        assertThat(TwoSamples.confidence(ones, others, 7)).isEqualTo(0.74);
    }

    @Test
    void certainty_is_never_claimed() {
        double[] low = {1, 1.01, 0.99, 1, 1.02};
        double[] high = {900, 901, 899, 900, 902};
        assertThat(TwoSamples.confidence(low, high, 1)).isEqualTo(0.99);
        assertThat(TwoSamples.lift(high, low)).isEqualTo(895.8, within(0.1));
    }

    @Test
    void groups_without_variation_say_nothing() {
        double[] ones = {1, 1, 1, 1, 1};
        double[] twos = {2, 2, 2, 2, 2};
        assertThat(TwoSamples.confidence(ones, twos, 1)).isZero();
        assertThat(TwoSamples.lift(twos, new double[] {0, 0})).isZero();
    }
}
