package io.groundswell.performance.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.groundswell.cost.ExpenseSums;
import io.groundswell.performance.CostProjection;
import io.groundswell.performance.Costs;
import jakarta.annotation.Nullable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Costs as callers see them. */
record CostsResponse(
        String period,
        Summary summary,
        List<Provider> byProvider,
        List<Mission> byMission,
        Map<String, Stage> byStage,
        List<Day> timeSeries,
        Projections projections) {

    /** Those that cost something, which are told even where they did not. */
    private static final List<String> STAGES = List.of("strategy", "content", "optimize");

    record Summary(
            long totalCostCents,
            @Nullable Long budgetLimitCents,
            @Nullable Double budgetUsedPercent,
            @Nullable Long costPerPostCents,

            @Nullable @JsonProperty("cost_per_1k_impressions_cents")
            Long costPerThousandImpressionsCents) {}

    /** What a provider does not count it does not have. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Provider(
            String provider,
            String type,
            long costCents,
            long requests,
            @Nullable Long tokensUsed,
            @Nullable Long imagesGenerated) {
        static Provider of(ExpenseSums.OfProvider one) {
            var makesImages = one.type().equals("image");
            return new Provider(
                    one.provider(),
                    one.type(),
                    one.cents(),
                    one.requests(),
                    makesImages && one.tokens() == 0 ? null : Long.valueOf(one.tokens()),
                    !makesImages && one.images() == 0 ? null : Long.valueOf(one.images()));
        }
    }

    record Mission(String missionId, String missionName, long costCents, long postsGenerated) {
        static Mission of(ExpenseSums.OfMission one) {
            return new Mission(one.missionId(), one.missionName(), one.cents(), one.items());
        }
    }

    record Stage(long costCents, double percent) {}

    record Day(String date, long costCents) {}

    record Projections(
            long monthlyProjectedCents,
            @Nullable String budgetExhaustionDate,
            @Nullable Long daysUntilLimit) {
        static Projections of(CostProjection projection) {
            var day = projection.exhaustedOn();
            return new Projections(
                    projection.monthlyCents(), day == null ? null : day.toString(), projection.daysLeft());
        }
    }

    static CostsResponse of(Costs costs) {
        var sums = costs.expenses();
        var byStage = new LinkedHashMap<String, Stage>();
        STAGES.forEach(stage -> byStage.put(stage, new Stage(0, 0)));
        sums.byStage().forEach(one -> byStage.put(one.stage(), new Stage(one.cents(), costs.share(one))));
        return new CostsResponse(
                costs.period().toString(),
                new Summary(
                        sums.cents(),
                        costs.limitCents(),
                        costs.limitUsedPercent(),
                        costs.perItemCents(),
                        costs.perThousandImpressionsCents()),
                sums.byProvider().stream().map(Provider::of).toList(),
                sums.byMission().stream().map(Mission::of).toList(),
                byStage,
                IntStream.range(0, sums.byDay().size())
                        .mapToObj(at -> new Day(
                                costs.period().start().plusDays(at).toString(),
                                sums.byDay().get(at)))
                        .toList(),
                Projections.of(costs.projection()));
    }
}
