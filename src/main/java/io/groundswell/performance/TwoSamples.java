package io.groundswell.performance;

import org.hipparchus.stat.StatUtils;
import org.hipparchus.stat.inference.TTest;

/** Whether two groups of numbers differ by more than chance. */
final class TwoSamples {
    private TwoSamples() {}

    /** How much larger the first mean is, as a share of the second; 0 when the second is 0. */
    static double lift(double[] ones, double[] others) {
        var usual = StatUtils.mean(others);
        return usual == 0 ? 0 : StatUtils.mean(ones) / usual - 1;
    }

    /**
     * One minus the p-value of Welch's test, which is told whether means differ and does not ask that both sides vary
     * alike; rounded down to two decimals, so that 1 is never claimed. Groups without any variation say nothing.
     *
     * @param tests among how many comparisons this one was picked (Bonferroni): the best of seven looks good by chance
     */
    static double confidence(double[] ones, double[] others, int tests) {
        if (StatUtils.variance(ones) == 0 && StatUtils.variance(others) == 0) {
            return 0;
        }
        var p = Math.min(1, tests * new TTest().tTest(ones, others));
        return Math.min(0.99, Math.floor(100 * (1 - p)) / 100);
    }
}
