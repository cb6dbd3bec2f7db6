package io.groundswell.experiment;

import java.util.List;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * Whether the users are spread over the variants as the weights say, by Pearson's chi-squared test. Where they are not, something keeps
 * users of one variant from being counted, and what they did cannot be compared.
 *
 * @param p how likely chance alone spreads them this unevenly; null while there are too few for the test
 */
public record SampleRatio(Double p) {
    /** Rarer than this is no chance. */
    private static final double RARE = 0.001;
    /** Users that each variant has to expect, for the test to hold. */
    private static final double FEWEST_EXPECTED = 5;

    private static final int ALL = 100;

    static SampleRatio of(List<Tally> tallies) {
        var users = tallies.stream().mapToLong(Tally::users).sum();
        var distance = 0.0;
        for (var tally : tallies) {
            var expected = (double) users * tally.variant().weight() / ALL;
            if (expected < FEWEST_EXPECTED) {
                return new SampleRatio(null);
            }
            distance += (tally.users() - expected) * (tally.users() - expected) / expected;
        }
        return new SampleRatio(1 - new ChiSquaredDistribution(tallies.size() - 1.0).cumulativeProbability(distance));
    }

    public boolean isMismatch() {
        return p != null && p < RARE;
    }
}
