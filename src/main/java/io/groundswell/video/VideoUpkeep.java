package io.groundswell.video;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** What becomes of videos by what sources tell, in the transaction in which that is kept. */
@ApplicationScoped
public class VideoUpkeep {
    private static final Sql FOLLOW = Sql.file(VideoUpkeep.class, "follow-handle.sql");

    private final AgroalDataSource database;
    private final Clock clock;

    VideoUpkeep(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whoever posted them is called otherwise. Those that are a creator's have its handle anyway. */
    @Transactional(TxType.MANDATORY)
    public void follow(UUID programId, String was, String handle) {
        FOLLOW.update(database, Map.of("program", programId, "was", was, "handle", handle, "now", clock.instant()));
    }
}
