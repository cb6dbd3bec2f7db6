package io.groundswell.pipeline;

import io.groundswell.generation.Plan;
import io.groundswell.generation.Plan.Pillar;
import io.groundswell.mission.ContentType;
import io.groundswell.performance.Insight;
import io.groundswell.performance.Insight.Aspect;
import io.groundswell.publishing.PartOfDay;
import io.groundswell.publishing.Preference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * More of what does better: a share of what everything else would get. It is as large as the lift that was measured, but
 * never more than {@value #MOST}, so that a plan stays one of several things and goes on learning about all of them.
 */
record Emphasis(Aspect aspect, String value, double share) {
    static final double MOST = 0.3;

    private static final Map<Aspect, String> ACTIONS = Map.of(
            Aspect.TYPE, "The next cycle gives %s %d %% of what would go to other types",
            Aspect.PILLAR, "The next cycle gives %s %d %% of what would go to other pillars",
            Aspect.PART, "The next cycle gives the %s %d %% of what would go out at other times of the day");

    static List<Emphasis> of(List<Insight> insights) {
        return insights.stream()
                .filter(insight -> ACTIONS.containsKey(insight.aspect()))
                .map(insight -> new Emphasis(insight.aspect(), insight.value(), Math.min(MOST, insight.lift())))
                .toList();
    }

    /** What is done, in words for people. */
    String action() {
        return ACTIONS.get(aspect).formatted(value, Math.round(100 * share));
    }

    /** The plan with this emphasis; it stays as it is where it knows no such thing. */
    Plan apply(Plan plan) {
        return switch (aspect) {
            case TYPE -> withType(plan);
            case PILLAR -> withPillar(plan);
            default -> plan;
        };
    }

    /** What it asks of the hours of slots. */
    Optional<Preference> preference() {
        return aspect == Aspect.PART ? Optional.of(new Preference(PartOfDay.of(value), share)) : Optional.empty();
    }

    private Plan withType(Plan plan) {
        var mixes = new HashMap<>(plan.formatMix());
        mixes.replaceAll((platform, mix) -> mix.keySet().stream()
                .filter(type -> type.toString().equals(value))
                .findFirst()
                .map(type -> shifted(mix, type))
                .orElse(mix));
        return new Plan(plan.pillars(), mixes, plan.usage());
    }

    private Map<ContentType, Double> shifted(Map<ContentType, Double> mix, ContentType type) {
        var shifted = new HashMap<>(mix);
        shifted.replaceAll((other, weight) -> shifted(weight, other == type));
        return shifted;
    }

    private Plan withPillar(Plan plan) {
        if (plan.pillars().stream().noneMatch(this::isMeant)) {
            return plan;
        }
        var pillars = plan.pillars().stream()
                .map(pillar -> new Pillar(pillar.name(), shifted(pillar.weight(), isMeant(pillar)), pillar.topics()))
                .toList();
        return new Plan(pillars, plan.formatMix(), plan.usage());
    }

    private boolean isMeant(Pillar pillar) {
        return pillar.name().equals(value);
    }

    /** Weights sum to 1 and go on doing so. */
    private double shifted(double weight, boolean isMeant) {
        return isMeant ? weight + share * (1 - weight) : weight * (1 - share);
    }
}
