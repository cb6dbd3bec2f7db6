package io.groundswell.query.flat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A question of somebody's own, as callers write it. */
record QueryForm(
        @NotNull String project,

        @Schema(description = "`event_count`, `unique_users`, `session_count`, `bounce_rate`, `avg_duration`")
        List<String> metrics,

        @Schema(description = "`event`, `date`, `user_id`, `session_id`, `country`")
        List<String> groupBy,

        @Size(max = FilterValues.MOST_FILTERS) @Schema(description = "All of them must hold")
        List<FilterForm> filters,

        @Schema(description = "The first day: a date, or days before today such as `30d`")
        String dateFrom,

        @Schema(description = "The last day; today if it is not given")
        String dateTo,

        @Schema(description = "One of the metrics, `date` or `event`")
        String orderBy,

        @Schema(description = "`asc` or `desc`") String order,

        @Schema(implementation = Integer.class, description = "1 to 1,000")
        JsonNode limit,

        @Schema(description = "`raw` or `session_then_user`")
        String countMode) {

    record FilterForm(
            @NotNull
            @Schema(
                    description =
                            "`event`, `user_id`, `date`, `country`, `session_id`, `timestamp` or `properties.<key>`")
            String field,

            @NotNull @Schema(description = "`eq`, `neq`, `lt`, `gt`, `lte`, `gte` or `contains`")
            String op,

            @NotNull @Schema(implementation = ValueNode.class)
            JsonNode value) {}
}
