package io.groundswell.source;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Makes things due. Called in the transaction of the reason. */
@ApplicationScoped
class Waking {
    private static final Sql CREATORS = Sql.file(Waking.class, "wake-creators.sql");
    private static final Sql VIDEOS = Sql.file(Waking.class, "wake-videos.sql");
    private static final Sql CREATOR = Sql.text("select wake_creators(array[cast(:creator as uuid)], :now)");
    private static final Sql VIDEO = Sql.text("""
            update video_watch set due_at = :now where video_id = :video and (claim is null or due_at <= :now)""");

    private final AgroalDataSource database;

    Waking(AgroalDataSource database) {
        this.database = database;
    }

    void program(UUID programId, Instant now) {
        var values = Map.of("program", programId, "now", now);
        CREATORS.update(database, values);
        VIDEOS.update(database, values);
    }

    /** With its videos, unless it is being looked up right now. */
    void creator(UUID id, Instant now) {
        CREATOR.call(database, Map.of("creator", id.toString(), "now", now));
    }

    void video(UUID id, Instant now) {
        VIDEO.update(database, Map.of("video", id, "now", now));
    }
}
