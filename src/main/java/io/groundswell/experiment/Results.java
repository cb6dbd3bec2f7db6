package io.groundswell.experiment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What an experiment comes to.
 *
 * @param variants in their order
 * @param isSufficient whether each of them was shown often enough to judge
 */
public record Results(List<OfVariant> variants, boolean isSufficient, SampleRatio sampleRatio, String recommendation) {
    /** Times that each variant has to be shown. */
    static final long FEWEST_EXPOSURES = 100;

    /**
     * @param probabilityBest that its true rate is the highest; those of all variants are together 1
     * @param lift against all others together
     */
    public record OfVariant(Tally tally, BigDecimal rate, BigDecimal probabilityBest, BigDecimal lift) {
        String key() {
            return tally.variant().key();
        }
    }

    public static Results of(List<Tally> tallies, ExperimentStatus status) {
        var odds = Thousandths.of(Odds.of(tallies));
        var variants = new ArrayList<OfVariant>();
        for (var tally : tallies) {
            variants.add(
                    new OfVariant(tally, Rates.rate(tally), odds.get(variants.size()), Rates.lift(tally, tallies)));
        }
        var sampleRatio = SampleRatio.of(tallies);
        return new Results(
                variants,
                tallies.stream().allMatch(tally -> tally.exposures() >= FEWEST_EXPOSURES),
                sampleRatio,
                new Recommendation(variants, status, sampleRatio).text());
    }
}
