package io.groundswell.mission.v1;

import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import io.groundswell.wire.v1.V1;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
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

    /** The fields to add to each mission, by its id: of the first ones alone, where the rest is too much for one answer. */
    static Map<String, Map<String, Object>> of(Owner owner, List<String> missionIds, List<MissionExpansion> wanted) {
        var fields = new LinkedHashMap<String, Map<String, Object>>();
        missionIds.forEach(id -> fields.put(id, new LinkedHashMap<>()));
        for (var expansion : wanted) {
            var ids = List.copyOf(fields.keySet());
            var values = expansion.expand(owner, ids);
            fields.keySet()
                    .retainAll(ids.stream().takeWhile(values::containsKey).toList());
            fields.forEach((id, row) -> row.put(expansion.name(), values.get(id)));
        }
        return fields;
    }
}
