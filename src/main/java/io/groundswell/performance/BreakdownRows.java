package io.groundswell.performance;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the database knows of posts that are told apart by what they are and when they went out. */
@ApplicationScoped
class BreakdownRows {
    /** Pillars, and topics, that are told apart: the best ones. */
    static final int MOST = 100;

    private static final Sql BREAKDOWN = Sql.file(BreakdownRows.class, "breakdown.sql");
    private static final Sql ZONES = Sql.text("""
            select distinct timezone from published_post
            where organization_id = :organization and mode = :mode and published_at >= :from and published_at < :until""");

    private final AgroalDataSource database;

    BreakdownRows(AgroalDataSource database) {
        this.database = database;
    }

    /** What posts are told apart by. */
    enum Way {
        PLATFORM,
        TYPE,
        PILLAR,
        TOPIC,
        HOUR,
        WEEKDAY,
        PLATFORM_HOUR,
        PLATFORM_WEEKDAY
    }

    /**
     * Some posts that are alike. What their way does not tell apart is null, or 0.
     *
     * @param seen how many of them enough people have seen for a rate
     * @param meanRate of these, null when there are none
     */
    record Row(
            Way way,
            Platform platform,
            ContentType type,
            String pillar,
            String topic,
            int hour,
            int weekday,
            Figured figured,
            long seen,
            BigDecimal meanRate) {}

    /**
     * @param missionId null for all missions
     * @param asked what is told apart at a price: by pillar, by topic
     * @param isOver whether the period's last day is
     */
    List<Row> of(Owner owner, Period period, String missionId, boolean isOver, BreakdownWish wish, ZoneId zone) {
        var stretch = period.in(zone);
        var values = new HashMap<String, Object>();
        values.put("organization", owner.organizationId());
        values.put("mode", owner.mode());
        values.put("mission", missionId);
        values.put("from", stretch.from());
        values.put("until", stretch.until());
        values.put("end", period.end());
        values.put("so_far", !isOver);
        values.put("asked", wish.names());
        values.put("sort", wish.sort() == BreakdownSort.IMPRESSIONS ? "impressions" : "rate");
        values.put("least", Measurements.LEAST_IMPRESSIONS);
        values.put("most", MOST);
        values.putAll(LocalClock.of(zones(values), stretch).columns());
        return BREAKDOWN.list(database, values, BreakdownRows::row);
    }

    private List<ZoneId> zones(Map<String, Object> values) {
        return ZONES.list(database, values, row -> ZoneId.of(row.getString("timezone")));
    }

    private static Row row(ResultSet row) throws SQLException {
        var platform = row.getString("platform");
        var type = row.getString("type");
        return new Row(
                Way.valueOf(row.getString("way").toUpperCase(Locale.ROOT)),
                platform == null ? null : Platform.valueOf(platform),
                type == null ? null : ContentType.valueOf(type),
                row.getString("pillar"),
                row.getString("topic"),
                row.getInt("hour"),
                row.getInt("weekday"),
                new Figured(row.getLong("posts"), row.getLong("impressions"), row.getLong("engagements")),
                row.getLong("seen"),
                row.getBigDecimal("mean_rate"));
    }
}
