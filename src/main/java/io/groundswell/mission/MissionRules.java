package io.groundswell.mission;

import io.groundswell.shared.Refusal;
import io.groundswell.shared.Violation;
import io.groundswell.text.Blank;
import io.groundswell.text.Characters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Says everything that is wrong with a mission's brief at once, in the order of its fields. */
public final class MissionRules {
    private static final int MAX_NAME = 200;
    private static final int MAX_DESCRIPTION = 5_000;
    private static final int MAX_OBJECTIVES = 20;
    private static final int MAX_OBJECTIVE = 1_000;
    private static final int MAX_KPIS = 50;
    private static final int MAX_DAYS = 730;

    /** Outside of these, what is told of progress is no number that anybody can use. */
    private static final BigDecimal MIN_TARGET = new BigDecimal("0.01");

    private static final BigDecimal MAX_TARGET = new BigDecimal("1000000000000");
    /** More than a double above {@link #MIN_TARGET} has. */
    private static final int MOST_DECIMALS = 20;

    private final List<Violation> violations = new ArrayList<>();

    private MissionRules() {}

    /** Parameters are named as in {@code kpis[0].platform}; an empty list means nothing is wrong. */
    public static List<Violation> violations(MissionBrief brief) {
        var rules = new MissionRules();
        rules.checkWords(brief);
        rules.checkObjectives(brief.objectives());
        rules.checkPlatforms(brief.platforms());
        rules.violations.addAll(ConstraintRules.violations(brief.constraints()));
        rules.checkKpis(brief.kpis(), brief.platforms());
        rules.require(
                brief.durationDays() >= 1 && brief.durationDays() <= MAX_DAYS,
                "duration_days",
                "duration_days is required and must be between 1 and " + MAX_DAYS);
        return List.copyOf(rules.violations);
    }

    /** Whether any of the platforms takes any of the types that the constraints allow. */
    static void requireSomeType(MissionBrief brief) {
        var types = brief.constraints().contentTypes();
        if (types != null
                && brief.platforms().stream()
                        .noneMatch(platform -> types.stream().anyMatch(type -> type.fits(platform)))) {
            throw Refusal.impossible(
                    "constraints.content_types",
                    "None of the mission's platforms takes any of the types in constraints.content_types");
        }
    }

    private void checkWords(MissionBrief brief) {
        var name = brief.name();
        var description = brief.description();
        require(name != null && !Blank.is(name), "name", "A name is required");
        require(
                name == null || Characters.count(name) <= MAX_NAME,
                "name",
                "A name must have at most " + MAX_NAME + " characters");
        require(
                description == null || Characters.count(description) <= MAX_DESCRIPTION,
                "description",
                "A description must have at most " + MAX_DESCRIPTION + " characters");
    }

    private void checkObjectives(List<String> objectives) {
        require(!objectives.isEmpty(), "objectives", "At least one objective is required");
        require(
                objectives.size() <= MAX_OBJECTIVES,
                "objectives",
                "A mission has at most " + MAX_OBJECTIVES + " objectives");
        require(
                objectives.stream()
                        .allMatch(objective -> objective != null && Characters.count(objective) <= MAX_OBJECTIVE),
                "objectives",
                "An objective must be a text of at most " + MAX_OBJECTIVE + " characters");
    }

    private void checkPlatforms(List<Platform> platforms) {
        require(!platforms.isEmpty(), "platforms", "At least one platform is required");
        require(platforms.stream().allMatch(platform -> platform != null), "platforms", "null is not a platform");
    }

    private void checkKpis(List<Kpi> kpis, List<Platform> platforms) {
        require(kpis.size() <= MAX_KPIS, "kpis", "A mission has at most " + MAX_KPIS + " KPIs");
        for (var at = 0; at < Math.min(kpis.size(), MAX_KPIS); at++) {
            checkKpi("kpis[" + at + "]", kpis.get(at), platforms);
        }
    }

    private void checkKpi(String param, Kpi kpi, List<Platform> platforms) {
        if (kpi == null) {
            require(false, param, "null is not a KPI");
            return;
        }
        require(kpi.metric() != null, param + ".metric", "A KPI's metric is required");
        require(
                isTarget(kpi.target()),
                param + ".target",
                "A KPI's target is required and must be from 0.01 to 1000000000000, with at most 20 decimals");
        require(
                kpi.platform().equals(Kpi.ALL_PLATFORMS)
                        || platforms.stream()
                                .anyMatch(platform -> kpi.platform().equals(String.valueOf(platform))),
                param + ".platform",
                "A KPI's platform must be 'all' or one of the mission's platforms");
    }

    private static boolean isTarget(BigDecimal target) {
        return target != null
                && target.compareTo(MIN_TARGET) >= 0
                && target.compareTo(MAX_TARGET) <= 0
                && target.scale() <= MOST_DECIMALS;
    }

    private void require(boolean holds, String param, String message) {
        if (!holds) {
            violations.add(new Violation(param, message));
        }
    }
}
