package io.groundswell.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultsTest {
    private static final List<Tally> CLEAR = List.of(
            new Tally(new Variant("control", 50), 125, 120, 12), new Tally(new Variant("new_cta", 50), 120, 120, 36));

    @Test
    void a_clear_winner_is_named() {
        var results = Results.of(CLEAR, ExperimentStatus.ACTIVE);

        assertThat(results.variants())
                .extracting(one -> one.rate() + " " + one.probabilityBest() + " " + one.lift())
                .containsExactly("0.1 0 -0.667", "0.3 1 2");
        assertThat(results.isSufficient()).isTrue();
        assertThat(results.recommendation())
                .isEqualTo("'new_cta' is the winner, with a probability of more than 99.9% and a lift of +200%");
        assertThat(results.sampleRatio().isMismatch()).isFalse();
    }

    @Test
    void each_variant_is_compared_with_all_others_together() {
        // 40 of 200 against 40 of 400, 10 of 100 against 70 of 500, 30 of 300 against 50 of 300
        var results = Results.of(Told.of(200, 40, 100, 10, 300, 30), ExperimentStatus.ACTIVE);

        assertThat(results.variants())
                .extracting(one -> one.lift().toPlainString())
                .containsExactly("1", "-0.286", "-0.4");
    }

    @Test
    void there_is_no_lift_over_nothing_and_none_of_what_nobody_saw() {
        assertThat(Results.of(Told.of(100, 5, 100, 0), ExperimentStatus.ACTIVE).variants())
                .extracting(one -> one.lift().toPlainString())
                .containsExactly("0", "-1");
        assertThat(Results.of(Told.of(100, 5, 0, 0), ExperimentStatus.ACTIVE).variants())
                .extracting(one -> one.rate() + " " + one.lift())
                .containsExactly("0.05 0", "0 0");
    }

    @Test
    void rates_of_a_few_in_a_thousand_are_told_apart() {
        assertThat(Results.of(Told.of(10_000, 41, 10_000, 44), ExperimentStatus.ACTIVE)
                        .variants())
                .extracting(one -> one.rate().toPlainString())
                .containsExactly("0.0041", "0.0044");
    }

    @Test
    void what_is_missing_is_told() {
        assertThat(Results.of(Told.of(99, 1, 100, 1), ExperimentStatus.ACTIVE).recommendation())
                .isEqualTo("There is not enough data yet. Missing: 1 exposure of 'a'");
        assertThat(Results.of(Told.of(0, 0, 2, 1), ExperimentStatus.PAUSED).recommendation())
                .isEqualTo("There is not enough data yet. Missing: 100 exposures of 'a', 98 exposures of 'b'");
        assertThat(Results.of(Told.of(99, 1, 100, 90), ExperimentStatus.COMPLETED)
                        .recommendation())
                .isEqualTo("The experiment ended before there was enough data. Missing: 1 exposure of 'a'");
        assertThat(Results.of(Told.of(99, 1, 100, 1), ExperimentStatus.ACTIVE).isSufficient())
                .isFalse();
        assertThat(Results.of(Told.of(100, 1, 100, 1), ExperimentStatus.ACTIVE).isSufficient())
                .isTrue();
    }

    @Test
    void without_a_clear_leader_one_goes_on() {
        assertThat(Results.of(Told.of(100, 10, 100, 10), ExperimentStatus.ACTIVE)
                        .recommendation())
                .isEqualTo(
                        "No clear leader yet: 'a' is the best with a probability of 50%. Keep the experiment running");
        assertThat(Results.of(Told.of(100, 10, 100, 12), ExperimentStatus.COMPLETED)
                        .recommendation())
                .startsWith("The experiment ended without a clear leader: 'b' is the best with a probability of ")
                .endsWith("%");
    }

    @ParameterizedTest
    @CsvSource({"139, No clear leader yet", "140, '''b'' is the winner'"})
    void nine_in_ten_is_clear(long conversions, String begin) {
        // 120 against 140 of 1,000 is 0.9081; against 139 it is 0.8973
        assertThat(Results.of(Told.of(1_000, 120, 1_000, conversions), ExperimentStatus.ACTIVE)
                        .recommendation())
                .startsWith(begin);
    }

    @Test
    void who_alone_has_conversions_has_no_lift_to_name() {
        assertThat(Results.of(Told.of(200, 0, 200, 8), ExperimentStatus.ACTIVE).recommendation())
                .startsWith("'b' is the winner, with a probability of 99.8%")
                .endsWith(" and the only conversions");
    }

    @Test
    void exposures_of_nobody_say_nothing() {
        var nobody = List.of(new Tally(new Variant("a", 50), 500, 0, 0), new Tally(new Variant("b", 50), 500, 0, 0));

        assertThat(Results.of(nobody, ExperimentStatus.ACTIVE).recommendation()).startsWith("Nothing can be said");
    }

    @ParameterizedTest
    @CsvSource({
        // Chi-squared of 1.6 and 23.8 with one degree of freedom
        "480, 520, 0.205903",
        "5000, 5500, 0.000001"
    })
    void users_are_compared_with_the_weights(long a, long b, double p) {
        assertThat(SampleRatio.of(Told.of(a, 0, b, 0)).p()).isCloseTo(p, within(1e-6));
    }

    @Test
    void the_more_variants_the_more_chance_there_is() {
        var even = Told.of(500, 0, 300, 0, 200, 0);

        assertThat(SampleRatio.of(Told.weighted(even, 50, 30, 20)).p()).isEqualTo(1);
        // 50^2 / 500 + 50^2 / 400 + 0 = 11.25 with two degrees of freedom: exp(-11.25 / 2)
        assertThat(SampleRatio.of(Told.weighted(Told.of(450, 0, 450, 0, 100, 0), 50, 40, 10))
                        .p())
                .isCloseTo(Math.exp(-5.625), within(1e-9));
    }

    @Test
    void users_who_are_not_spread_by_the_weights_are_a_warning() {
        assertThat(SampleRatio.of(Told.of(450, 0, 550, 0)).isMismatch()).isFalse();
        assertThat(SampleRatio.of(Told.of(447, 0, 553, 0)).isMismatch()).isTrue();
        assertThat(Results.of(Told.of(447, 40, 553, 90), ExperimentStatus.ACTIVE)
                        .recommendation())
                .startsWith("'b' is the winner")
                .endsWith(". First find out why users are not spread over the variants as the weights say");
    }

    @Test
    void of_few_users_nobody_says_how_they_are_spread() {
        assertThat(SampleRatio.of(Told.of(9, 0, 0, 0)).p()).isNull();
        assertThat(SampleRatio.of(Told.of(0, 0, 0, 0)).isMismatch()).isFalse();
        assertThat(SampleRatio.of(Told.weighted(Told.of(400, 0, 90, 0), 99, 1)).p())
                .isNull();
        assertThat(SampleRatio.of(Told.of(10, 0, 0, 0)).p()).isCloseTo(0.001565, within(1e-6));
    }

    @Test
    void probabilities_that_are_rounded_are_together_one() {
        assertThat(Thousandths.of(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}))
                .containsExactly(new BigDecimal("0.334"), new BigDecimal("0.333"), new BigDecimal("0.333"));
        assertThat(Thousandths.of(new double[] {0.9996, 0.0004})).containsExactly(BigDecimal.ONE, BigDecimal.ZERO);
    }
}
