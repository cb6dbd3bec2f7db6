package io.groundswell.aggregate;

import io.agroal.api.AgroalDataSource;
import io.groundswell.aggregate.Outliers.Outlier;
import io.groundswell.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/** Videos of a programme, compared in the database. */
@ApplicationScoped
class VideoBoard {
    private static final Sql LEADERBOARD = Sql.file(VideoBoard.class, "video-leaderboard.sql");
    private static final Sql HEATMAP = Sql.file(VideoBoard.class, "posting-heatmap.sql");
    private static final Sql DISTRIBUTION = Sql.file(VideoBoard.class, "view-distribution.sql");
    private static final Sql OUTLIERS = Sql.file(VideoBoard.class, "outliers.sql");

    private final AgroalDataSource database;

    VideoBoard(AgroalDataSource database) {
        this.database = database;
    }

    Ranking<VideoStanding> leaders(UUID program, Period period, VideoOrder order, Cut cut) {
        var values = values(program, period);
        values.put("order", order);
        cut.into(values);
        return Ranking.of(
                LEADERBOARD,
                database,
                values,
                row -> new VideoStanding(
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        row.getString("url"),
                        Sql.instant(row, "posted_at"),
                        Counts.of(row)));
    }

    List<HourOfWeek> hours(UUID program, Period period) {
        return HEATMAP.list(database, values(program, period), VideoBoard::hour);
    }

    private static HourOfWeek hour(ResultSet row) throws SQLException {
        var known = row.getLong("known");
        var average = known == 0 ? null : (Double) (row.getDouble("views") / known);
        return new HourOfWeek(row.getInt("dow"), row.getInt("hour"), row.getLong("posts"), average);
    }

    private record Filled(Integer bucket, long videos, Long[] percentiles) {}

    Distribution distribution(UUID program, Period period) {
        var values = values(program, period);
        values.put("bounds", Buckets.least());
        values.put("shares", Distribution.SHARES);
        var rows = DISTRIBUTION.list(database, values, VideoBoard::filled).stream()
                .filter(row -> row.bucket() != null)
                .toList();
        var videos = new TreeMap<Integer, Long>();
        rows.forEach(row -> videos.put(row.bucket(), row.videos()));
        return new Distribution(
                Buckets.filled(videos),
                rows.isEmpty() ? null : List.of(rows.get(0).percentiles()),
                rows.stream().mapToLong(Filled::videos).sum());
    }

    private static Filled filled(ResultSet row) throws SQLException {
        var percentiles = row.getArray("percentiles");
        return new Filled(
                row.getObject("bucket", Integer.class),
                row.getLong("videos"),
                percentiles == null ? null : (Long[]) percentiles.getArray());
    }

    private record Far(long total, Long median, Outlier video) {}

    /** @param times the multiple, or fraction, of the median from which a video is an outlier */
    Outliers outliers(UUID program, Period period, Side side, BigDecimal times, Cut cut) {
        var values = values(program, period);
        values.put("side", side);
        values.put("ratio", times);
        cut.into(values);
        var rows = OUTLIERS.list(
                database,
                values,
                row -> new Far(
                        row.getLong("total"),
                        row.getObject("median", Long.class),
                        row.getObject("id") == null ? null : outlier(row)));
        var videos = rows.stream().map(Far::video).filter(Objects::nonNull).toList();
        return new Outliers(
                new Ranking<>(videos, rows.get(0).total()), rows.get(0).median());
    }

    private static Outlier outlier(ResultSet row) throws SQLException {
        var views = row.getLong("views");
        return new Outlier(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("url"),
                views,
                (double) views / row.getLong("median"));
    }

    private static Map<String, Object> values(UUID program, Period period) {
        var values = new HashMap<String, Object>();
        values.put("program", program);
        period.into(values);
        return values;
    }
}
