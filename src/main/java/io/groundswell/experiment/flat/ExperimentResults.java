package io.groundswell.experiment.flat;

import io.groundswell.experiment.Results;
import io.groundswell.experiment.Results.OfVariant;
import io.groundswell.experiment.SampleRatio;
import io.groundswell.traffic.Rounded;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an experiment comes to, as it is told. */
record ExperimentResults(
        List<VariantResults> variants,

        @Schema(description = "By variant: how likely its true conversion rate is the highest; together 1")
        Map<String, BigDecimal> probabilityBest,

        @Schema(
                description =
                        "By variant: how much higher its rate is than that of the others together, as a share of theirs")
        Map<String, BigDecimal> lift,

        @Schema(description = "Whether each variant was shown a hundred times")
        boolean sufficientData,

        @Schema(description = "What to make of it, for people")
        String recommendation,

        SampleRatioTest sampleRatio) {

    record VariantResults(
            String key,
            @Schema(description = "How often it was shown") long exposures,

            @Schema(description = "Who saw it before any other variant")
            long uniqueUsers,

            @Schema(description = "How many of them reached the goal then or later")
            long conversions,

            BigDecimal conversionRate) {
        static VariantResults of(OfVariant variant) {
            var tally = variant.tally();
            return new VariantResults(
                    tally.variant().key(), tally.exposures(), tally.users(), tally.conversions(), variant.rate());
        }
    }

    record SampleRatioTest(
            @Schema(
                    description =
                            "How likely chance alone spreads the users this unevenly; null while there are too few")
            @Nullable
            BigDecimal pValue,

            @Schema(description = "Whether that is below 0.001: then something is wrong with the experiment")
            boolean mismatch) {
        private static final int DECIMALS = 6;

        static SampleRatioTest of(SampleRatio ratio) {
            return new SampleRatioTest(
                    ratio.p() == null
                            ? null
                            : Rounded.plain(BigDecimal.valueOf(ratio.p()).setScale(DECIMALS, RoundingMode.HALF_UP)),
                    ratio.isMismatch());
        }
    }

    static ExperimentResults of(Results results) {
        return new ExperimentResults(
                results.variants().stream().map(VariantResults::of).toList(),
                byKey(results, OfVariant::probabilityBest),
                byKey(results, OfVariant::lift),
                results.isSufficient(),
                results.recommendation(),
                SampleRatioTest.of(results.sampleRatio()));
    }

    /** In the order of the variants. */
    private static Map<String, BigDecimal> byKey(Results results, Function<OfVariant, BigDecimal> figure) {
        var figures = new LinkedHashMap<String, BigDecimal>();
        results.variants()
                .forEach(variant -> figures.put(variant.tally().variant().key(), figure.apply(variant)));
        return figures;
    }
}
