package io.groundswell.traffic.flat;

import io.groundswell.traffic.Change;
import io.groundswell.traffic.Insights;
import io.groundswell.traffic.Trend;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a site does beside how it did, as clients read it. */
record InsightsResponse(
        String project,
        Period currentPeriod,

        @Schema(description = "As many days as the current one counts back, up to the day before it")
        Period previousPeriod,

        Metrics metrics,

        @Schema(description = "Of total_events: more than 10 percent up, down, or neither")
        Trend trend) {
    record Period(
            @Schema(description = "The first day") String from,
            @Schema(description = "The last day") String to) {

        static Period of(Insights.Period period) {
            return new Period(period.from().toString(), period.to().toString());
        }
    }

    record Metrics(
            Metric totalEvents,
            Metric uniqueUsers,
            Metric totalSessions,

            @Schema(description = "From 0 to 1") Metric bounceRate,

            @Schema(description = "In milliseconds") Metric avgDuration) {}

    record Metric(
            BigDecimal current,
            BigDecimal previous,
            BigDecimal change,

            @Schema(description = "Null when there was nothing before and there is something now") @Nullable
            Long changePct) {

        static Metric of(Change change) {
            return new Metric(
                    change.current(),
                    change.previous(),
                    change.difference(),
                    change.percent().orElse(null));
        }
    }

    static InsightsResponse of(String project, Insights.Answer answer) {
        return new InsightsResponse(
                project,
                Period.of(answer.current()),
                Period.of(answer.previous()),
                new Metrics(
                        Metric.of(answer.events()),
                        Metric.of(answer.users()),
                        Metric.of(answer.sessions()),
                        Metric.of(answer.bounceRate()),
                        Metric.of(answer.duration())),
                answer.trend());
    }
}
