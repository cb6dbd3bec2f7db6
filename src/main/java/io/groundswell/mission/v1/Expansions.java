package io.groundswell.mission.v1;

import io.groundswell.mission.Mission;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import io.groundswell.wire.v1.V1;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fills in what a request asks to expand. */
@ApplicationScoped
class Expansions {
    private static final List<String> KNOWN = List.of("content", "analytics");

    private final List<MissionExpansion> expansions;

    Expansions(@All List<MissionExpansion> expansions) {
        this.expansions = expansions;
    }

    List<MissionExpansion> named(String expand) {
        return V1.expand(expand, KNOWN).stream().map(this::one).toList();
    }

    private MissionExpansion one(String name) {
        return expansions.stream()
                .filter(expansion -> expansion.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("expand", "expand: '%s' is not available on this server", name));
    }

    /** The fields to add to each mission, by its id. */
    static Map<String, Map<String, Object>> of(Owner owner, List<Mission> missions, List<MissionExpansion> wanted) {
        var ids = missions.stream().map(Mission::id).toList();
        var fields = new HashMap<String, Map<String, Object>>();
        ids.forEach(id -> fields.put(id, new LinkedHashMap<>()));
        for (var expansion : wanted) {
            var values = expansion.expand(owner, ids);
            fields.forEach((id, row) -> row.put(expansion.name(), values.get(id)));
        }
        return fields;
    }
}
