package io.groundswell.account;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Deletes items of an organization or a mission that ends, with their media. */
@ApplicationScoped
public class ContentEnd {
    private static final Sql OF_ORGANIZATION =
            Sql.text("select id, mission_id from content where organization_id = :organization limit :rows");

    private static final Sql OF_MISSION =
            Sql.text("select id, mission_id from content where mission_id = :mission limit :rows");
    /** Whoever holds items has held their mission before. */
    private static final Sql HOLD =
            Sql.text("select id from mission where id = any (cast(:missions as text[])) order by id for update");

    private static final Sql MEDIA = Sql.text("""
            delete from media where id = any (array(
                select id from media where content_id = any (cast(:ids as text[])) limit :rows))""");
    private static final Sql ITEM = Sql.text("delete from content where id = any (cast(:ids as text[]))");

    private final AgroalDataSource database;

    ContentEnd(AgroalDataSource database) {
        this.database = database;
    }

    /** In the transaction at hand. Returns how many there were, which are gone then, whoever deleted them. */
    int deleteSome(String organizationId) {
        return deleteSome(OF_ORGANIZATION, Map.of("organization", organizationId, "rows", OrganizationEnd.LARGE_ROWS));
    }

    /** The same of a mission. */
    public int deleteSomeOfMission(String missionId) {
        return deleteSome(OF_MISSION, Map.of("mission", missionId, "rows", OrganizationEnd.LARGE_ROWS));
    }

    private int deleteSome(Sql next, Map<String, Object> values) {
        var missions = new TreeSet<String>();
        var ids = next.list(database, values, row -> {
            missions.add(row.getString("mission_id"));
            return row.getString("id");
        });
        HOLD.call(database, Map.of("missions", List.copyOf(missions)));
        var deleted = 1;
        while (deleted > 0) {
            deleted = MEDIA.update(database, Map.of("ids", ids, "rows", OrganizationEnd.LARGE_ROWS));
        }
        ITEM.update(database, Map.of("ids", ids));
        return ids.size();
    }
}
