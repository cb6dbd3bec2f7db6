package io.groundswell.performance;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.LivePost;
import io.groundswell.shared.Owner;
import io.groundswell.shared.PublicId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which posts are measured, and when next. Called in a transaction. */
@ApplicationScoped
class Watches {
    /** Longer than all that is claimed at once may take. */
    static final Duration LEASE = Duration.ofMinutes(10);

    private static final Sql WATCH = Sql.file(Watches.class, "watch.sql");
    private static final Sql CLAIM = Sql.file(Watches.class, "claim-due.sql");
    private static final Sql CLAIM_OF_MISSION = Sql.file(Watches.class, "claim-due-of-mission.sql");
    private static final Sql HOLD = Sql.text("""
            select 1 from post_watch where content_id = :content and claim = :claim for update skip locked""");
    private static final Sql STANDS =
            Sql.text("select 1 from post_watch where content_id = :content and claim = :claim");
    private static final Sql DEFER = Sql.text("""
            update post_watch set due_at = :due, failures = :failures, claim = null where content_id = :content""");
    private static final Sql END = Sql.text("delete from post_watch where content_id = :content");

    private final AgroalDataSource database;

    Watches(AgroalDataSource database) {
        this.database = database;
    }

    void begin(Owner owner, String contentId, String missionId, Instant publishedAt, Instant dueAt) {
        var values = Sql.owned(owner);
        values.put("content", contentId);
        values.put("mission", missionId);
        values.put("published", publishedAt);
        values.put("due", dueAt);
        WATCH.update(database, values);
    }

    /** The posts that are due, longest first, all of one organization and mode; nobody else gets the same ones. */
    List<WatchedPost> claim(Instant now, int limit) {
        return CLAIM.list(database, claim(now, now, limit), Watches::post);
    }

    /** Those of one mission that were due at {@code until}. */
    List<WatchedPost> claim(String missionId, Instant until, Instant now, int limit) {
        var values = claim(until, now, limit);
        values.put("mission", missionId);
        return CLAIM_OF_MISSION.list(database, values, Watches::post);
    }

    private static Map<String, Object> claim(Instant until, Instant now, int limit) {
        var values = new HashMap<String, Object>();
        values.put("until", until);
        values.put("lease_end", now.plus(LEASE));
        values.put("limit", limit);
        values.put("claim", PublicId.random(16));
        return values;
    }

    private static WatchedPost post(ResultSet row) throws SQLException {
        var post = new LivePost(
                Sql.owner(row),
                row.getString("content_id"),
                Platform.valueOf(row.getString("platform")),
                ContentType.valueOf(row.getString("type")),
                row.getString("platform_post_id"),
                row.getString("external_post_id"),
                Sql.instant(row, "published_at"));
        return new WatchedPost(
                row.getString("claim"),
                post,
                row.getInt("failures"),
                row.getBoolean("paused"),
                row.getBoolean("is_out"));
    }

    /**
     * Whether the claim is still good; it then is until the transaction ends, and the item cannot be deleted. Waits for
     * nobody: a row that is locked is being deleted with its item, or looked at by somebody who claims others.
     */
    boolean hold(WatchedPost watched) {
        return HOLD.exists(database, Map.of("content", watched.contentId(), "claim", watched.claim()));
    }

    /** Whether the claim stood a moment ago, whoever looks at it. */
    boolean stands(WatchedPost watched) {
        return STANDS.exists(database, Map.of("content", watched.contentId(), "claim", watched.claim()));
    }

    /** @param due when to look again, never when empty */
    void settle(WatchedPost watched, Optional<Instant> due, int failures) {
        due.ifPresentOrElse(
                at -> DEFER.update(database, Map.of("content", watched.contentId(), "due", at, "failures", failures)),
                () -> END.update(database, Map.of("content", watched.contentId())));
    }
}
