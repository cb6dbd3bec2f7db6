package io.groundswell.performance;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the database knows of an organization's days. An empty set of platforms means all. */
@ApplicationScoped
class OverviewRows {
    private static final Sql DAYS = Sql.file(OverviewRows.class, "overview-days.sql");
    private static final Sql BEFORE = Sql.file(OverviewRows.class, "overview-before.sql");
    private static final Sql POSTS = Sql.file(OverviewRows.class, "overview-posts.sql");
    private static final Sql HOURS = Sql.file(OverviewRows.class, "hourly-posts.sql");
    private static final Sql TOP = Sql.file(OverviewRows.class, "overview-top.sql");
    private static final Sql ACTIVE = Sql.file(OverviewRows.class, "active-missions.sql");
    private static final Sql GAINED_BY_HOUR = Sql.file(OverviewRows.class, "hourly-gains.sql");
    private static final int MOST_TOP = 5;

    private final AgroalDataSource database;

    OverviewRows(AgroalDataSource database) {
        this.database = database;
    }

    /** What is of a day, where the platform is null, or of a platform, where the day is null. */
    record Part(LocalDate day, Platform platform, Slice slice) {}

    List<Part> gained(Owner owner, Period period, Set<Platform> platforms) {
        return DAYS.list(
                database,
                of(owner, platforms, period),
                row -> new Part(
                        row.getObject("day", LocalDate.class), platform(row), new Slice(0, Measurements.figures(row))));
    }

    Figures gainedInAll(Owner owner, Period period, Set<Platform> platforms) {
        return BEFORE.first(database, of(owner, platforms, period), Measurements::figures)
                .orElseThrow();
    }

    List<Part> published(Owner owner, Period period, ZoneId zone, Set<Platform> platforms) {
        var days = LocalDays.of(zone, period.in(zone));
        var values = of(owner, platforms, period.in(zone));
        values.put("begins", days.begins());
        return POSTS.list(database, values, row -> {
            var platform = platform(row);
            return new Part(
                    platform == null ? days.day(row.getInt("piece")) : null,
                    platform,
                    new Slice(row.getLong("posts"), Figures.NONE));
        });
    }

    private static Platform platform(ResultSet row) throws SQLException {
        var name = row.getString("platform");
        return name == null ? null : Platform.valueOf(name);
    }

    Map<Instant, Long> publishedByHour(Owner owner, Period.Stretch stretch, Set<Platform> platforms) {
        var hours = new HashMap<Instant, Long>();
        HOURS.list(
                database,
                of(owner, platforms, stretch),
                row -> hours.put(Sql.instant(row, "hour"), row.getLong("posts")));
        return hours;
    }

    Map<Instant, Figures> gainedByHour(Owner owner, Period.Stretch stretch, Set<Platform> platforms) {
        var hours = new HashMap<Instant, Figures>();
        GAINED_BY_HOUR.list(
                database,
                of(owner, platforms, stretch),
                row -> hours.put(Sql.instant(row, "hour"), Measurements.figures(row)));
        return hours;
    }

    List<Overview.TopPost> top(Owner owner, Period.Stretch stretch, Set<Platform> platforms) {
        var values = of(owner, platforms, stretch);
        values.put("least", Measurements.LEAST_IMPRESSIONS);
        values.put("limit", MOST_TOP);
        return TOP.list(
                database,
                values,
                row -> new Overview.TopPost(
                        row.getString("content_id"),
                        Platform.valueOf(row.getString("platform")),
                        new Figured(1, row.getLong("impressions"), row.getLong("engagements"))));
    }

    long activeMissions(Owner owner, Period.Stretch stretch, Set<Platform> platforms) {
        return ACTIVE.first(database, of(owner, platforms, stretch), row -> row.getLong("missions"))
                .orElseThrow();
    }

    private static Map<String, Object> of(Owner owner, Set<Platform> platforms, Period.Stretch stretch) {
        var values = of(owner, platforms);
        values.put("from", stretch.from());
        values.put("until", stretch.until());
        return values;
    }

    private static Map<String, Object> of(Owner owner, Set<Platform> platforms, Period period) {
        var values = of(owner, platforms);
        values.put("from", period.start());
        values.put("until", period.end().plusDays(1));
        return values;
    }

    private static Map<String, Object> of(Owner owner, Set<Platform> platforms) {
        var values = Sql.owned(owner);
        values.put("platforms", platforms.stream().map(Enum::name).toList());
        return values;
    }
}
