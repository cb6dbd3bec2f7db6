package io.groundswell.annotation;

import io.groundswell.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * A mark on the timeline of a creator, campaign or video, as it is read.
 *
 * @param id a UUID for what people wrote, otherwise {@code auto:<kind>:<thing>:<at>}
 * @param authorId null when the server wrote it
 * @param authorName null when the server wrote it, or its author is gone
 */
public record TrackedAnnotation(
        String id,
        TrackedThing thing,
        AnnotationKind kind,
        Instant at,
        String title,
        String bodyMd,
        String authorId,
        String authorName) {

    static TrackedAnnotation of(ResultSet row) throws SQLException {
        return new TrackedAnnotation(
                row.getString("id"),
                new TrackedThing(Scope.valueOf(row.getString("scope")), UUID.fromString(row.getString("entity_id"))),
                AnnotationKind.valueOf(row.getString("kind")),
                Sql.instant(row, "at"),
                row.getString("title"),
                row.getString("body_md"),
                row.getString("author_id"),
                row.getString("author_name"));
    }
}
