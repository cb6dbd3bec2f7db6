package io.groundswell.mission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What someone wants a mission to be. A platform named twice counts once, an objective without words not at all; what
 * else a brief must keep to is checked by {@link MissionRules}, so that it can say everything at once.
 *
 * @param durationDays 0 when it was not given
 */
public record MissionBrief(
        String name,
        String description,
        List<String> objectives,
        List<Platform> platforms,
        Constraints constraints,
        List<Kpi> kpis,
        int durationDays) {

    public MissionBrief {
        objectives = copy(objectives).stream()
                .filter(objective -> objective == null || !objective.isBlank())
                .toList();
        platforms = copy(new LinkedHashSet<>(copy(platforms)));
        constraints = constraints == null ? Constraints.defaults() : constraints;
        kpis = copy(kpis);
    }

    // Unlike List.copyOf this takes nulls, so that MissionRules can name them instead of a failure here.
    private static <T> List<T> copy(Collection<T> items) {
        return items == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(items));
    }
}
