package io.groundswell.sentiment;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Edge;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Comments in the database. */
@ApplicationScoped
class Comments {
    private static final Sql SAVE = Sql.file(Comments.class, "save-comments.sql");
    private static final Sql PAGE = Sql.file(Comments.class, "comments.sql");
    private static final Sql COUNT =
            Sql.text("select count(*) as comments from video_comment where video_id = cast(:video as uuid)");
    private static final Sql DELETE = Sql.text("""
            delete from video_comment
            where organization_id = :organization and mode = :mode and video_id = cast(:video as uuid) and id = :id""");
    /** Whoever records of a video waits for others that do, so that no two of them take the last room together. */
    private static final Sql HOLD = Sql.text("""
            select id from video
            where organization_id = :organization and mode = :mode and id = cast(:video as uuid) for no key update""");

    private final AgroalDataSource database;

    Comments(AgroalDataSource database) {
        this.database = database;
    }

    void hold(Owner owner, UUID video) {
        HOLD.call(database, of(owner, video));
    }

    void save(Owner owner, UUID video, List<Comment> comments) {
        var values = of(owner, video);
        values.put("ids", comments.stream().map(Comment::id).toList());
        values.put("authors", comments.stream().map(Comment::author).toList());
        values.put("texts", comments.stream().map(Comment::text).toList());
        values.put("times", comments.stream().map(Comment::at).toList());
        values.put(
                "scores",
                comments.stream()
                        .map(comment -> Score.of(comment.text()).comparative())
                        .toList());
        SAVE.update(database, values);
    }

    long count(UUID video) {
        return COUNT.first(database, Map.of("video", video.toString()), row -> row.getLong("comments"))
                .orElseThrow();
    }

    /** @param after the comment before those that are wanted, null for the newest ones */
    Page<ScoredComment> page(Owner owner, UUID video, int limit, Edge after) {
        var values = of(owner, video);
        values.put("at", after == null ? null : after.at().toString());
        values.put("key", after == null ? null : after.id().toString());
        values.put("most", limit + 1);
        var found = PAGE.list(database, values, Comments::scored);
        var more = found.size() > limit;
        return new Page<>(more ? found.subList(0, limit) : found, more, -1);
    }

    private static ScoredComment scored(ResultSet row) throws SQLException {
        var comment = new Comment(
                row.getString("id"), row.getString("author"), row.getString("body"), Sql.instant(row, "at"));
        return new ScoredComment(comment, row.getObject("score", Double.class), row.getObject("key", UUID.class));
    }

    boolean delete(Owner owner, UUID video, String id) {
        var values = of(owner, video);
        values.put("id", id);
        return DELETE.update(database, values) > 0;
    }

    private static Map<String, Object> of(Owner owner, UUID video) {
        var values = Sql.owned(owner);
        values.put("video", video.toString());
        return values;
    }
}
