package io.groundswell.query.flat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.groundswell.query.Asked;
import io.groundswell.query.Grouping;
import io.groundswell.query.Metric;
import io.groundswell.query.Query.Row;
import io.groundswell.query.Query.Sessions;
import io.groundswell.traffic.Rounded;
import jakarta.annotation.Nullable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a group of events comes to: a member for each that was asked for, null where the events have none. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QueryRow(
        @Nullable @Schema(implementation = String.class) JsonNode event,

        @Nullable @Schema(implementation = String.class, format = "date")
        JsonNode date,

        @Nullable @Schema(implementation = String.class, nullable = true, description = "Null of events without one")
        JsonNode userId,

        @Nullable @Schema(implementation = String.class, nullable = true, description = "Null of events without one")
        JsonNode sessionId,

        @Nullable @Schema(implementation = String.class, nullable = true, description = "Null of events without one")
        JsonNode country,

        @Nullable @Schema(implementation = Long.class) JsonNode eventCount,
        @Nullable @Schema(implementation = Long.class) JsonNode uniqueUsers,
        @Nullable @Schema(implementation = Long.class) JsonNode sessionCount,

        @Nullable @Schema(implementation = Number.class, description = "From 0 to 1")
        JsonNode bounceRate,

        @Nullable @Schema(implementation = Long.class, description = "In milliseconds")
        JsonNode avgDuration) {
    private static final int DECIMALS = 3;

    static QueryRow of(Row row, Asked asked) {
        return new QueryRow(
                value(row, Grouping.EVENT),
                value(row, Grouping.DATE),
                value(row, Grouping.USER_ID),
                value(row, Grouping.SESSION_ID),
                value(row, Grouping.COUNTRY),
                count(row, Metric.EVENT_COUNT),
                count(row, Metric.UNIQUE_USERS),
                count(row, Metric.SESSION_COUNT),
                asked.metrics().contains(Metric.BOUNCE_RATE) ? bounceRate(row.sessions()) : null,
                asked.metrics().contains(Metric.AVG_DURATION) ? averageDuration(row.sessions()) : null);
    }

    private static JsonNode value(Row row, Grouping grouping) {
        if (!row.groups().containsKey(grouping)) {
            return null;
        }
        var value = row.groups().get(grouping);
        return value == null ? NullNode.getInstance() : TextNode.valueOf(value);
    }

    private static JsonNode count(Row row, Metric metric) {
        var count = row.counts().get(metric);
        return count == null ? null : LongNode.valueOf(count);
    }

    private static JsonNode bounceRate(Sessions sessions) {
        return DecimalNode.valueOf(Rounded.ratio(sessions.bounces(), sessions.sessions(), DECIMALS));
    }

    private static JsonNode averageDuration(Sessions sessions) {
        return DecimalNode.valueOf(Rounded.ratio(sessions.duration(), sessions.sessions(), 0));
    }
}
