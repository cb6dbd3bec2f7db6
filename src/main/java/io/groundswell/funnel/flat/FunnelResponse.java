package io.groundswell.funnel.flat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.groundswell.funnel.Asked;
import io.groundswell.funnel.Funnel;
import io.groundswell.funnel.Funnel.Reached;
import io.groundswell.funnel.Step;
import io.groundswell.traffic.Rounded;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A funnel as it is told. */
record FunnelResponse(
        List<TakenStep> steps,

        @Schema(description = "Of those who took the first step, how many took the last")
        BigDecimal overallConversionRate,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        @Schema(description = "Only when a breakdown is asked for; most users first")
        List<FunnelPart> breakdowns) {
    private static final int DECIMALS = 3;

    record TakenStep(
            @Schema(description = "From 1") int step,
            String event,

            @Schema(description = "Or sessions, if these are counted")
            long users,

            @Schema(description = "Of those who took the step before")
            BigDecimal conversionRate,

            BigDecimal dropOffRate,

            @Schema(description = "On average, of those who took the next step") @Nullable
            BigDecimal avgTimeToNextMs) {}

    record FunnelPart(
            @Schema(description = "Null for those whose first event has none") @Nullable
            String value,

            List<TakenStep> steps,
            BigDecimal overallConversionRate) {}

    static FunnelResponse of(Asked asked, Funnel.Answer answer) {
        return new FunnelResponse(
                steps(asked.steps(), answer.steps()),
                overall(answer.steps()),
                asked.breakdown() == null
                        ? null
                        : answer.parts().stream()
                                .map(part -> new FunnelPart(
                                        part.value(), steps(asked.steps(), part.steps()), overall(part.steps())))
                                .toList());
    }

    private static List<TakenStep> steps(List<Step> asked, List<Reached> reached) {
        var steps = new ArrayList<TakenStep>();
        for (var at = 0; at < asked.size(); at++) {
            var here = reached.get(at).entities();
            var before = at == 0 ? here : reached.get(at - 1).entities();
            var next = at + 1 < reached.size() ? reached.get(at + 1).entities() : 0;
            var rate = at == 0 ? BigDecimal.ONE : Rounded.ratio(here, before, DECIMALS);
            steps.add(new TakenStep(
                    at + 1,
                    asked.get(at).event(),
                    here,
                    rate,
                    BigDecimal.ONE.subtract(rate),
                    next == 0 ? null : Rounded.ratio(reached.get(at).waited(), next, 0)));
        }
        return steps;
    }

    private static BigDecimal overall(List<Reached> steps) {
        return Rounded.ratio(
                steps.get(steps.size() - 1).entities(), steps.get(0).entities(), DECIMALS);
    }
}
