package io.groundswell.mission;

import io.groundswell.text.Blank;
import io.groundswell.text.SentList;
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
        objectives = SentList.of(objectives).stream()
                .filter(objective -> objective == null || !Blank.is(objective))
                .toList();
        platforms = SentList.of(new LinkedHashSet<>(SentList.of(platforms)));
        constraints = constraints == null ? Constraints.defaults() : constraints;
        kpis = SentList.of(kpis);
    }
}
