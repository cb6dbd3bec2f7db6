package io.groundswell.export;

import static io.groundswell.export.Column.Kind.DAY;
import static io.groundswell.export.Column.Kind.LOCAL_TIME;
import static io.groundswell.export.Column.Kind.NUMBER;
import static io.groundswell.export.Column.Kind.RATE;
import static io.groundswell.export.Column.Kind.TEXT;
import static io.groundswell.export.Column.Kind.TEXTS;
import static io.groundswell.export.Column.Kind.TIME;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A part of an export: rows of one kind, in an order that no change to them disturbs. */
public enum Section {
    CONTENT(
            "",
            Columns.of(TEXT, "id", "mission_id", "mission_name", "platform", "type", "status")
                    .and(NUMBER, "version")
                    .and(TEXT, "pillar", "topic")
                    .and(TIME, "created_at")
                    .and(LOCAL_TIME, "scheduled_for")
                    .and(TIME, "published_at")
                    .and(TEXT, "primary", "headline", "hook", "body", "cta")
                    .and(TEXTS, "thread_parts", "hashtags", "mentions")
                    .and(TEXT, "platform_post_id", "platform_url")
                    .and(NUMBER, "generation_cost_cents")),
    METRICS(
            "",
            Columns.of(DAY, "day")
                    .and(TEXT, "content_id", "mission_id", "platform", "type", "pillar", "topic")
                    .and(TIME, "published_at")
                    .and(NUMBER, "impressions", "reach", "likes", "comments", "shares", "saves", "link_clicks")
                    .and(NUMBER, "profile_visits", "followers_gained", "views", "engagements")
                    .and(RATE, "engagement_rate")),
    COSTS(
            "0",
            Columns.of(TIME, "at")
                    .and(TEXT, "provider", "type", "model", "stage")
                    .and(TEXT, "mission_id", "mission_name", "content_id", "job_id")
                    .and(NUMBER, "requests", "tokens", "images", "cost_cents"));

    private static final String BEFORE_EVERYTHING = "-infinity";

    private final String startId;
    private final List<Column> columns;

    /** Where a row stands in its section. */
    record Key(String at, String id) {
        static Key of(ResultSet row) throws SQLException {
            return new Key(row.getString("key_at"), row.getString("key_id"));
        }
    }

    /** @param startId before every id */
    Section(String startId, Columns columns) {
        this.startId = startId;
        this.columns = columns.all();
    }

    /** Before the first row. */
    Key start() {
        return new Key(BEFORE_EVERYTHING, startId);
    }

    public List<Column> columns() {
        return columns;
    }

    /** The values of a row, in the order of the columns. */
    List<Object> read(ResultSet row) throws SQLException {
        var values = new ArrayList<Object>(columns.size());
        for (var column : columns) {
            values.add(column.read(row));
        }
        return values;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
