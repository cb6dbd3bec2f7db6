package io.groundswell.performance;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.metric.Counter;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the database knows of how posts did. */
@ApplicationScoped
class Measurements {
    /** Fewer impressions say too little about a rate. */
    static final int LEAST_IMPRESSIONS = 100;

    private static final Sql TOTALS = Sql.file(Measurements.class, "totals.sql");
    private static final Sql STRETCHES = Sql.file(Measurements.class, "stretches.sql");
    private static final Sql POSTS = Sql.file(Measurements.class, "posts.sql");
    private static final Sql MOMENTS = Sql.file(Measurements.class, "moments.sql");
    private static final Sql HISTORY = Sql.file(Measurements.class, "history.sql");

    private final AgroalDataSource database;

    Measurements(AgroalDataSource database) {
        this.database = database;
    }

    /** What a mission's posts on one platform came to. */
    record Total(String missionId, Platform platform, long published, long scheduled, Figures figures) {
        Total published(long posts) {
            return new Total(missionId, platform, posts, scheduled, figures);
        }
    }

    List<Total> totals(Owner owner, Collection<String> missionIds) {
        return totals(owner, missionIds, true);
    }

    /** As if nothing were out: counting that takes the longer the more there is. */
    List<Total> uncounted(Owner owner, String missionId) {
        return totals(owner, List.of(missionId), false);
    }

    private List<Total> totals(Owner owner, Collection<String> missionIds, boolean counted) {
        var values = Sql.owned(owner);
        values.put("missions", missionIds);
        values.put("counted", counted);
        return TOTALS.list(
                database,
                values,
                row -> new Total(
                        row.getString("mission_id"),
                        platform(row),
                        row.getLong("published"),
                        row.getLong("scheduled"),
                        figures(row)));
    }

    /** One platform's figures in one of two stretches of days. */
    record Stretch(Platform platform, boolean isLast, Figures figures) {}

    /** The stretch from {@code before} to {@code last}, and the one from there to {@code until}, which is left out. */
    List<Stretch> stretches(Owner owner, String missionId, LocalDate before, LocalDate last, LocalDate until) {
        var values = Sql.owned(owner);
        values.put("mission", missionId);
        values.put("previous", before);
        values.put("last", last);
        values.put("until", until);
        return STRETCHES.list(
                database, values, row -> new Stretch(platform(row), row.getBoolean("is_last"), figures(row)));
    }

    /** Each mission's newest posts, up to the limit. */
    List<MeasuredPost> posts(Owner owner, Collection<String> missionIds, int limit) {
        return POSTS.list(
                database,
                newest(owner, missionIds, limit),
                row -> new MeasuredPost(
                        platform(row),
                        ContentType.valueOf(row.getString("type")),
                        row.getString("pillar"),
                        localTime(row),
                        row.getLong("impressions"),
                        row.getLong("engagements"),
                        row.getBoolean("hashtags"),
                        row.getBoolean("code")));
    }

    /** When each mission's newest posts, up to the limit, went out, and how they did. */
    List<Outcome> outcomes(Owner owner, Collection<String> missionIds, int limit) {
        var outcomes = new ArrayList<Outcome>();
        MOMENTS.list(database, newest(owner, missionIds, limit), row -> outcomes.addAll(outcomesOfZone(row)));
        return outcomes;
    }

    private static List<Outcome> outcomesOfZone(ResultSet row) throws SQLException {
        var mission = row.getString("mission_id");
        var zone = ZoneId.of(row.getString("timezone"));
        var seconds = (Long[]) row.getArray("seconds").getArray();
        var impressions = (Long[]) row.getArray("impressions").getArray();
        var engagements = (Long[]) row.getArray("engagements").getArray();
        return IntStream.range(0, seconds.length)
                .mapToObj(post -> new Outcome(
                        mission,
                        Instant.ofEpochSecond(seconds[post]).atZone(zone),
                        100.0 * engagements[post] / impressions[post]))
                .toList();
    }

    private static Map<String, Object> newest(Owner owner, Collection<String> missionIds, int limit) {
        var values = Sql.owned(owner);
        values.put("missions", missionIds);
        values.put("least", LEAST_IMPRESSIONS);
        values.put("limit", limit);
        return values;
    }

    /** When a post went out, by the clock of its mission. */
    private static ZonedDateTime localTime(ResultSet row) throws SQLException {
        return Sql.instant(row, "published_at").atZone(ZoneId.of(row.getString("timezone")));
    }

    /** When a post went out, and its engagement rate in percent. */
    record Success(Platform platform, Instant at, double rate) {}

    /** The organization's newest posts, up to the limit. */
    List<Success> history(Owner owner, int limit) {
        var values = Sql.owned(owner);
        values.put("least", LEAST_IMPRESSIONS);
        values.put("limit", limit);
        return HISTORY.list(
                database,
                values,
                row -> new Success(
                        platform(row),
                        Sql.instant(row, "published_at"),
                        100.0 * row.getLong("engagements") / row.getLong("impressions")));
    }

    private static Platform platform(ResultSet row) throws SQLException {
        return Platform.valueOf(row.getString("platform"));
    }

    static Figures figures(ResultSet row) throws SQLException {
        var sums = new EnumMap<Counter, Long>(Counter.class);
        for (var counter : Counter.ofPosts()) {
            sums.put(counter, row.getLong(counter.column()));
        }
        return new Figures(sums);
    }
}
