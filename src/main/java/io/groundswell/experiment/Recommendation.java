package io.groundswell.experiment;

import io.groundswell.experiment.Results.OfVariant;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What to make of the results of an experiment, in a sentence or two for people. */
record Recommendation(List<OfVariant> variants, ExperimentStatus status, SampleRatio sampleRatio) {
    /** As likely as this to be the best, a variant is called the winner. */
    private static final BigDecimal CLEAR = new BigDecimal("0.9");

    String text() {
        return sampleRatio.isMismatch()
                ? findings() + ". First find out why users are not spread over the variants as the weights say"
                : findings();
    }

    private String findings() {
        var missing = missing();
        if (!missing.isEmpty()) {
            return isOver()
                    ? "The experiment ended before there was enough data. Missing: " + missing
                    : "There is not enough data yet. Missing: " + missing;
        }
        if (variants.stream().allMatch(variant -> variant.tally().users() == 0)) {
            return "Nothing can be said: exposures need a user_id, by which conversions are found";
        }
        var best = variants.stream()
                .sorted(Comparator.comparing(OfVariant::probabilityBest).reversed())
                .findFirst()
                .orElseThrow();
        if (best.probabilityBest().compareTo(CLEAR) >= 0) {
            return "'%s' is the winner, with a probability of %s%s"
                    .formatted(best.key(), percent(best.probabilityBest()), lead(best));
        }
        return "%s: '%s' is the best with a probability of %s%s"
                .formatted(
                        isOver() ? "The experiment ended without a clear leader" : "No clear leader yet",
                        best.key(),
                        percent(best.probabilityBest()),
                        isOver() ? "" : ". Keep the experiment running");
    }

    private boolean isOver() {
        return status == ExperimentStatus.COMPLETED;
    }

    /** As {@code 20 exposures of 'a', 5 exposures of 'b'}. */
    private String missing() {
        return variants.stream()
                .filter(variant -> variant.tally().exposures() < Results.FEWEST_EXPOSURES)
                .map(variant ->
                        missing(Results.FEWEST_EXPOSURES - variant.tally().exposures(), variant.key()))
                .collect(Collectors.joining(", "));
    }

    private static String missing(long exposures, String key) {
        return "%d exposure%s of '%s'".formatted(exposures, exposures == 1 ? "" : "s", key);
    }

    private String lead(OfVariant best) {
        var all = variants.stream().map(OfVariant::tally).toList();
        if (Rates.conversionsOfOthers(best.tally(), all) == 0) {
            return " and the only conversions";
        }
        return " and a lift of %s%s".formatted(best.lift().signum() > 0 ? "+" : "", inPercent(best.lift()));
    }

    /** Nothing is certain. */
    private static String percent(BigDecimal probability) {
        return probability.compareTo(BigDecimal.ONE) == 0 ? "more than 99.9%" : inPercent(probability);
    }

    private static String inPercent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }
}
