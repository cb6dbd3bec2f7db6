package io.groundswell.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OddsTest {
    private static final long MANY = 10_000_000;

    @ParameterizedTest
    @CsvSource({
        "120, 12, 120, 36",
        "480, 48, 480, 71",
        "1000, 100, 1000, 100",
        "1000, 100, 900, 120",
        "5, 0, 7, 1",
        "0, 0, 50, 3",
        "1, 1, 1, 0",
        "20000, 400, 20000, 430",
        "300, 300, 300, 299"
    })
    void of_two_it_is_the_closed_form(long usersA, long conversionsA, long usersB, long conversionsB) {
        var expected =
                bIsBetter(conversionsA + 1, usersA - conversionsA + 1, conversionsB + 1, usersB - conversionsB + 1);

        assertThat(Odds.of(Told.of(usersA, conversionsA, usersB, conversionsB))[1])
                .isCloseTo(expected, within(1e-9));
    }

    /** Evan Miller's sum for two Beta distributions with whole parameters. */
    private static double bIsBetter(long alphaA, long betaA, long alphaB, long betaB) {
        var sum = 0.0;
        for (var i = 0L; i < alphaB; i++) {
            sum += Math.exp(logBeta(alphaA + i, betaA + betaB)
                    - Math.log(betaB + i)
                    - logBeta(1 + i, betaB)
                    - logBeta(alphaA, betaA));
        }
        return sum;
    }

    private static double logBeta(long a, long b) {
        return logFactorial(a - 1) + logFactorial(b - 1) - logFactorial(a + b - 1);
    }

    private static double logFactorial(long n) {
        return LOG_FACTORIALS[(int) n];
    }

    private static final double[] LOG_FACTORIALS = new double[50_000];

    static {
        for (var n = 1; n < LOG_FACTORIALS.length; n++) {
            LOG_FACTORIALS[n] = LOG_FACTORIALS[n - 1] + Math.log(n);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void of_two_to_four_it_is_what_a_simulation_comes_to(long seed) {
        // Given
        var random = new Random(seed);
        var told = new long[2 * (2 + random.nextInt(3))];
        var rate = random.nextDouble();
        for (var at = 0; at < told.length; at += 2) {
            told[at] = random.nextInt(400);
            told[at + 1] = Math.min(told[at], Math.round(told[at] * (rate + random.nextGaussian() / 20)));
            told[at + 1] = Math.max(0, told[at + 1]);
        }
        // When
        var odds = Odds.of(Told.of(told));
        // Then the two differ by five standard errors at most
        var draws = 100_000;
        var simulated = simulated(told, draws, random);
        for (var at = 0; at < odds.length; at++) {
            assertThat(odds[at]).isCloseTo(simulated[at], within(5 * Math.sqrt(0.25 / draws)));
        }
    }

    private static double[] simulated(long[] told, int draws, Random random) {
        var won = new double[told.length / 2];
        for (var draw = 0; draw < draws; draw++) {
            var best = 0;
            var highest = -1.0;
            for (var at = 0; at < won.length; at++) {
                var hits = gamma(told[2 * at + 1] + 1, random);
                var rate = hits / (hits + gamma(told[2 * at] - told[2 * at + 1] + 1, random));
                if (rate > highest) {
                    highest = rate;
                    best = at;
                }
            }
            won[best] += 1.0 / draws;
        }
        return won;
    }

    /** Marsaglia and Tsang's way of drawing. */
    private static double gamma(double shape, Random random) {
        var d = shape - 1.0 / 3;
        while (true) {
            var x = random.nextGaussian();
            var v = Math.pow(1 + x / Math.sqrt(9 * d), 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    @Test
    void without_users_all_are_alike() {
        assertThat(Odds.of(Told.of(0, 0, 0, 0, 0, 0, 0, 0)))
                .containsExactly(new double[] {.25, .25, .25, .25}, within(1e-12));
    }

    @Test
    void where_all_or_none_convert_it_is_a_fraction() {
        // Beta(n + 1, 1) against Beta(m + 1, 1): (n + 1) / (n + m + 2)
        assertOdds(Told.of(MANY, MANY, 0, 0), (MANY + 1.0) / (MANY + 2.0));
        assertOdds(Told.of(MANY, MANY, 3 * MANY, 3 * MANY), (MANY + 1.0) / (4 * MANY + 2.0));
        assertOdds(Told.of(MANY, 0, 3 * MANY, 0), (3 * MANY + 1.0) / (4 * MANY + 2.0));
        assertOdds(Told.of(MANY, 0, MANY, MANY), 0);
    }

    @Test
    void with_very_many_users_it_is_what_the_normal_distribution_says() {
        // 10 and 10.01 % of ten million users: z = 0.0001 / sqrt((0.1 * 0.9 + 0.1001 * 0.8999) / 1e7) = 0.7451904
        assertThat(Odds.of(Told.of(MANY, 1_000_000, MANY, 1_001_000))[1]).isCloseTo(0.771922, within(2e-5));
    }

    @Test
    void few_users_beside_very_many_are_told_apart() {
        // The rate of b is 0.3, to a hundredth of a percent; that of a is Beta(2, 3), whose part above 0.3 is 0.6517
        assertThat(Odds.of(Told.of(3, 1, MANY, 3_000_000))[0]).isCloseTo(0.6517, within(1e-5));
    }

    @Test
    void four_variants_with_ten_million_users_take_no_time() {
        Assertions.assertTimeout(
                Duration.ofSeconds(3),
                () -> Odds.of(Told.of(MANY, 1_000_000, MANY, 1_000_500, MANY, 1_000_900, MANY, 1_000_100)));
    }

    private static void assertOdds(List<Tally> tallies, double expected) {
        assertThat(Odds.of(tallies)[0]).isCloseTo(expected, within(1e-7));
    }
}
