package io.groundswell.performance;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What a mission's posts are, and what those of a kind came to. */
@ApplicationScoped
class PostKinds {
    private static final Sql KINDS = Sql.file(PostKinds.class, "mission-kinds.sql");

    private final AgroalDataSource database;

    PostKinds(AgroalDataSource database) {
        this.database = database;
    }

    /** @param pillar may be null */
    record Kind(Platform platform, ContentType type, String pillar, Figured figured) {}

    List<Kind> of(Owner owner, String missionId) {
        var values = Sql.owned(owner);
        values.put("mission", missionId);
        return KINDS.list(
                database,
                values,
                row -> new Kind(
                        Platform.valueOf(row.getString("platform")),
                        ContentType.valueOf(row.getString("type")),
                        row.getString("pillar"),
                        new Figured(row.getLong("posts"), row.getLong("impressions"), row.getLong("engagements"))));
    }
}
