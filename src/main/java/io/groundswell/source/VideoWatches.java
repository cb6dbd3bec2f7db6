package io.groundswell.source;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.PublicId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** When the counters of videos are read, and by whom. */
@ApplicationScoped
class VideoWatches {
    // The rows are held first, so that whoever judges them sees all that was committed by those who held them before.
    private static final Sql HOLD = Sql.file(VideoWatches.class, "hold-videos.sql");
    private static final Sql CLAIM = Sql.file(VideoWatches.class, "claim-videos.sql");
    private static final Sql SETTLE = Sql.file(VideoWatches.class, "settle-videos.sql");
    private static final Sql TOUCH = Sql.file(VideoWatches.class, "touch-creators.sql");
    private static final Sql BEGIN =
            Sql.text("update video_watch set due_at = :due where video_id = :video and claim is null");

    private final AgroalDataSource database;

    VideoWatches(AgroalDataSource database) {
        this.database = database;
    }

    /** What becomes of one: when it is due again (null to rest), after so many failures in a row, and whether what was told is doubted. */
    record Outcome(WatchedVideo video, Instant due, int failures, boolean doubted) {
        /** Nothing was told of it. */
        Outcome(WatchedVideo video, Instant due, int failures) {
            this(video, due, failures, video.doubted());
        }
    }

    /** The longest due of one project; nobody else gets the same ones. */
    @Transactional(TxType.REQUIRES_NEW)
    List<WatchedVideo> claim(Instant now, int limit) {
        var ids = HOLD.list(database, Map.of("now", now, "limit", limit), row -> row.getString("id"));
        var values = new HashMap<String, Object>();
        values.put("ids", ids);
        values.put("claim", PublicId.random(16));
        values.put("lease_end", now.plus(CreatorWatches.LEASE));
        values.put("later", now.plus(CreatorWatches.LATER));
        return CLAIM.list(database, values, WatchedVideo::of);
    }

    void begin(UUID video, Instant due) {
        BEGIN.update(database, Map.of("video", video, "due", due));
    }

    /** Those of them whose claims are still good; others are left as they are. */
    int settle(Collection<Outcome> outcomes) {
        var ids = new ArrayList<UUID>();
        var claims = new ArrayList<String>();
        var dues = new ArrayList<Instant>();
        var failures = new ArrayList<Long>();
        var doubts = new ArrayList<Boolean>();
        for (var outcome : outcomes) {
            ids.add(outcome.video().video().id());
            claims.add(outcome.video().claim());
            dues.add(outcome.due());
            failures.add((long) outcome.failures());
            doubts.add(outcome.doubted());
        }
        var values = new HashMap<String, Object>();
        values.put("ids", ids);
        values.put("claims", claims);
        values.put("dues", dues);
        values.put("failures", failures.toArray(Long[]::new));
        values.put("doubts", doubts);
        return SETTLE.update(database, values);
    }

    /** Their creators were looked up now. */
    void touch(Collection<WatchedVideo> videos, Instant now) {
        var creators = videos.stream()
                .map(WatchedVideo::creatorId)
                .filter(id -> id != null)
                .distinct()
                .toList();
        TOUCH.update(database, Map.of("creators", creators, "now", now));
    }
}
