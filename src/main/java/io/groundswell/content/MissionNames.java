package io.groundswell.content;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** What the missions of some items are called now. */
@ApplicationScoped
public class MissionNames {
    private static final Sql NAMES = Sql.text("""
            select id, name from mission
            where organization_id = :organization and mode = :mode and id = any(:missions)""");

    private final AgroalDataSource database;

    MissionNames(AgroalDataSource database) {
        this.database = database;
    }

    /** Names by mission id. */
    public Map<String, String> of(Owner owner, Collection<Content> contents) {
        var values = Sql.owned(owner);
        values.put(
                "missions", contents.stream().map(Content::missionId).distinct().toList());
        return NAMES.list(database, values, row -> Map.entry(row.getString("id"), row.getString("name"))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
