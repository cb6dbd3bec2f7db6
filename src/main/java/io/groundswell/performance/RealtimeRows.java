package io.groundswell.performance;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the database knows of the last hours and the next. */
@ApplicationScoped
class RealtimeRows {
    private static final Sql NEWEST = Sql.file(RealtimeRows.class, "realtime-posts.sql");
    private static final Sql PACE = Sql.file(RealtimeRows.class, "usual-pace.sql");
    private static final Sql GAINED = Sql.file(RealtimeRows.class, "gained-lately.sql");
    private static final Sql SINCE = Sql.text("""
            select count(*) as posts from published_post
            where organization_id = :organization and mode = :mode and published_at > :from""");

    private final AgroalDataSource database;

    RealtimeRows(AgroalDataSource database) {
        this.database = database;
    }

    record Newest(String contentId, Platform platform, Instant publishedAt, Figures figures) {}

    List<Newest> newest(Owner owner, Instant from, int limit) {
        var values = Sql.owned(owner);
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

    Map<Platform, UsualPace> usual(Owner owner, Set<Platform> platforms, Instant from, Instant now, ZoneId zone) {
        var values = Sql.owned(owner);
        values.put("platforms", platforms);
        values.put("from", from);
        values.put("now", now);
        values.putAll(days(LocalDate.ofInstant(from, zone), LocalDate.ofInstant(now, zone), zone));
        var usual = new EnumMap<Platform, UsualPace>(Platform.class);
        PACE.list(
                database,
                values,
                row -> usual.put(
                        Platform.valueOf(row.getString("platform")),
                        new UsualPace(row.getDouble("hours"), row.getLong("impressions"), row.getLong("engagements"))));
        return usual;
    }

    private static Map<String, List<Object>> days(LocalDate first, LocalDate last, ZoneId zone) {
        var columns = new HashMap<String, List<Object>>();
        List.of("days", "begins", "ends", "overs").forEach(name -> columns.put(name, new ArrayList<>()));
        first.datesUntil(last.plusDays(1)).forEach(day -> {
            columns.get("days").add(day);
            columns.get("begins").add(day.atStartOfDay(zone).toInstant());
            columns.get("ends").add(day.plusDays(1).atStartOfDay(zone).toInstant());
            columns.get("overs").add(day.plusDays(2).atStartOfDay(zone).toInstant());
        });
        return columns;
    }

    /** After {@code from}, up to {@code until}. */
    Figures gained(Owner owner, Instant from, Instant until) {
        var values = Sql.owned(owner);
        values.put("from", from);
        values.put("until", until);
        return GAINED.first(database, values, Measurements::figures).orElseThrow();
    }

    long publishedSince(Owner owner, Instant from) {
        var values = Sql.owned(owner);
        values.put("from", from);
        return SINCE.first(database, values, row -> row.getLong("posts")).orElseThrow();
    }
}
