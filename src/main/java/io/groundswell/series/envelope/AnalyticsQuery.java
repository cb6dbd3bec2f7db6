package io.groundswell.series.envelope;

import io.groundswell.series.EntityType;
import io.groundswell.series.Granularity;
import io.groundswell.series.Metric;
import io.groundswell.series.Reading;
import io.groundswell.wire.openapi.Choices;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The parameters of a question, as they were sent; null stands for what was not. */
record AnalyticsQuery(
        @Parameter(required = true, description = "What sort of thing is asked about")
        @RestQuery
        @Choices(value = EntityType.class, several = false)
        String entity,

        @Parameter(description = "The id of the one thing; or give `entity_ids`") @RestQuery("entity_id")
        String entityId,

        @Parameter(description = "The ids of 1 to 5 things, separated by commas") @RestQuery("entity_ids")
        String entityIds,

        @Parameter(required = true, description = "What is asked")
        @RestQuery
        @Choices(value = Metric.class, several = false)
        String metric,

        @Parameter(description = "What came new, which is the default, or where it stands. Rates have `rate` alone")
        @RestQuery
        @Choices(value = Reading.class, several = false)
        String mode,

        @Parameter(description = "Which days make a point; `day` if it is not given")
        @RestQuery
        @Choices(value = Granularity.class, several = false)
        String granularity,

        @Parameter(description = "Days of a point, 1 to 90; needed for `custom`") @RestQuery("bucket_days")
        String bucketDays,

        @Parameter(description = "The first day; 30 days before `to` if it is not given") @RestQuery
        String from,

        @Parameter(description = "The last day; today if it is not given, or later") @RestQuery
        String to,

        @Parameter(
                description =
                        "Whose days are counted, a name of the tz database; the organization's if it is not given")
        @RestQuery
        String tz,

        @Parameter(description = "Whether to show as many days before these as well")
        @RestQuery
        @Choices(
                words = {"none", "prior_period"},
                several = false)
        String compare,

        @Parameter(description = "What to tell the thing apart by")
        @RestQuery
        @Choices(
                words = {"none", "video", "creator"},
                several = false)
        String breakdown,

        @Parameter(description = "How many parts to tell apart, 1 to 50; 10 if it is not given") @RestQuery("top_n")
        String topN,

        @Parameter(description = "What an engagement rate relates to; must agree with the metric")
        @RestQuery
        @Choices(
                words = {"by_views", "by_followers"},
                several = false)
        String formula,

        @Parameter(description = "What grows; needed for `growth_rate_pop`")
        @RestQuery("base_metric")
        @Choices(
                words = {"views", "likes", "comments", "shares", "saves", "followers", "video_count"},
                several = false)
        String baseMetric,

        @Parameter(description = "`json` if it is not given")
        @RestQuery
        @Choices(
                words = {"json", "csv"},
                several = false)
        String format,

        @Parameter(description = "Whether to leave out what the server wrote on timelines: `1` or `true`")
        @RestQuery("hide_auto")
        @Choices(
                words = {"1", "true", "0", "false"},
                several = false)
        String hideAuto) {

    boolean isCsv() {
        return "csv".equals(format);
    }
}
