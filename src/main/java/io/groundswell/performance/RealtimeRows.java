package io.groundswell.performance;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the database knows of the last hours and the next. */
@ApplicationScoped
class RealtimeRows {
    private static final Sql NEWEST = Sql.file(RealtimeRows.class, "realtime-posts.sql");
    private static final Sql PACE = Sql.file(RealtimeRows.class, "usual-pace.sql");
    private static final Sql NEXT = Sql.file(RealtimeRows.class, "next-scheduled.sql");
    private static final Sql SINCE = Sql.text("""
            select count(*) as posts from published_post
            where organization_id = :organization and mode = :mode and published_at > :from""");

    private final AgroalDataSource database;

    RealtimeRows(AgroalDataSource database) {
        this.database = database;
    }

    record Newest(String contentId, Platform platform, Instant publishedAt, Figures figures) {}

    List<Newest> newest(Owner owner, Instant from, int limit) {
        var values = of(owner);
        values.put("from", from);
        values.put("limit", limit);
        return NEWEST.list(
                database,
                values,
                row -> new Newest(
                        row.getString("content_id"),
                        Platform.valueOf(row.getString("platform")),
                        Sql.instant(row, "published_at"),
                        Measurements.figures(row)));
    }

    Map<Platform, UsualPace> usual(Owner owner, Instant from, Instant now, ZoneId zone) {
        var values = of(owner);
        values.put("from", from);
        values.put("now", now);
        values.putAll(
                LocalClock.of(List.of(zone), new Period.Stretch(from, now)).columns());
        var usual = new EnumMap<Platform, UsualPace>(Platform.class);
        PACE.list(
                database,
                values,
                row -> usual.put(
                        Platform.valueOf(row.getString("platform")),
                        new UsualPace(row.getDouble("hours"), row.getLong("impressions"), row.getLong("engagements"))));
        return usual;
    }

    List<Realtime.NextPost> next(Owner owner, int limit) {
        var values = of(owner);
        values.put("limit", limit);
        return NEXT.list(
                database,
                values,
                row -> new Realtime.NextPost(
                        row.getString("content_id"),
                        Platform.valueOf(row.getString("platform")),
                        Sql.instant(row, "scheduled_for")));
    }

    long publishedSince(Owner owner, Instant from) {
        var values = of(owner);
        values.put("from", from);
        return SINCE.first(database, values, row -> row.getLong("posts")).orElseThrow();
    }

    private static Map<String, Object> of(Owner owner) {
        var values = new HashMap<String, Object>();
        values.put("organization", owner.organizationId());
        values.put("mode", owner.mode());
        return values;
    }
}
