package io.groundswell.content;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

/** Counts of items that cost the same however many items there are, and of a mission's items. */
@ApplicationScoped
class ContentTally {
    private static final Sql COUNT = Sql.file(ContentTally.class, "tally.sql");
    private static final Sql BY_STATUS = Sql.file(ContentTally.class, "mission-tally.sql");

    private final AgroalDataSource database;

    ContentTally(AgroalDataSource database) {
        this.database = database;
    }

    /** How many items the filter lets pass; it must have neither a mission nor times. */
    long count(Owner owner, ContentFilter filter) {
        var values = Sql.owned(owner);
        values.put("statuses", filter.statuses().stream().map(Enum::name).toList());
        values.put("platforms", filter.platforms().stream().map(Enum::name).toList());
        values.put("types", filter.types().stream().map(Enum::name).toList());
        return COUNT.first(database, values, row -> row.getLong("n")).orElseThrow();
    }

    Map<ContentStatus, Long> ofMission(Owner owner, String missionId) {
        var values = Sql.owned(owner);
        values.put("mission", missionId);
        var counts = new EnumMap<ContentStatus, Long>(ContentStatus.class);
        BY_STATUS
                .list(
                        database,
                        values,
                        row -> Map.entry(ContentStatus.valueOf(row.getString("status")), row.getLong("n")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }
}
