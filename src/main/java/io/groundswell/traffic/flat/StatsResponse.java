package io.groundswell.traffic.flat;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.groundswell.rollup.Ranking.Ranked;
import io.groundswell.site.AskedSite;
import io.groundswell.site.Window;
import io.groundswell.traffic.Grouping;
import io.groundswell.traffic.Stats;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a site does, as clients read it. */
record StatsResponse(
        String project,
        Period period,
        Totals totals,

        @Schema(description = "Only what has events, oldest first") @JsonProperty("timeSeries")
        List<Bucket> timeSeries,

        @Schema(description = "The 20 most frequent ones") List<EventCount> events,

        Sessions sessions) {
    record Period(
            @Schema(description = "The first day that counts")
            String from,

            String to,

            @JsonProperty("groupBy") Grouping groupBy) {}

    record Totals(long uniqueUsers, long totalEvents) {}

    record Bucket(
            @Schema(
                    description =
                            "An hour 2026-11-01T09:00, a day 2026-11-01, the Monday of a week, or a month 2026-11")
            String bucket,

            long uniqueUsers,
            long totalEvents) {
        static Bucket of(Grouping grouping, Stats.Part part) {
            return new Bucket(label(grouping, part.from()), part.users(), part.events());
        }

        private static String label(Grouping grouping, LocalDateTime from) {
            var form =
                    switch (grouping) {
                        case HOUR -> "uuuu-MM-dd'T'HH:mm";
                        case DAY, WEEK -> "uuuu-MM-dd";
                        case MONTH -> "uuuu-MM";
                    };
            return DateTimeFormatter.ofPattern(form, Locale.ROOT).format(from);
        }
    }

    record EventCount(String event, long count, long uniqueUsers) {
        static EventCount of(Ranked name) {
            return new EventCount(name.value(), name.events(), name.users());
        }
    }

    record Sessions(
            long totalSessions,

            @Schema(description = "From 0 to 1") BigDecimal bounceRate,

            @Schema(description = "In milliseconds") long avgDuration,

            @Schema(description = "Events of any kind") BigDecimal pagesPerSession,

            BigDecimal sessionsPerUser) {
        static Sessions of(Stats.Sessions sessions) {
            return new Sessions(
                    sessions.count(),
                    sessions.averages().bounceRate(),
                    sessions.averages().duration(),
                    sessions.averages().events(),
                    sessions.perUser());
        }
    }

    static StatsResponse of(AskedSite site, Window window, Grouping grouping, Stats.Answer answer) {
        return new StatsResponse(
                site.name(),
                new Period(window.from().toString(), site.today().toString(), grouping),
                new Totals(answer.users(), answer.events()),
                answer.parts().stream().map(part -> Bucket.of(grouping, part)).toList(),
                answer.names().stream().map(EventCount::of).toList(),
                Sessions.of(answer.sessions()));
    }
}
