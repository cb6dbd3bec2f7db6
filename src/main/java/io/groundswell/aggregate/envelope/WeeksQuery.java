package io.groundswell.aggregate.envelope;

import io.groundswell.aggregate.Weeks;
import io.groundswell.wire.envelope.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Of which project, and which weeks. */
record WeeksQuery(
        @RestQuery("project_id") @Parameter(required = true, description = "The project whose creators are compared")
        String projectId,

        @RestQuery @Parameter(description = "Whole weeks from this day on; the last 12 before `to` if it is not given")
        String from,

        @RestQuery @Parameter(description = "Whole weeks until this day, as far as they are over")
        String to,

        @RestQuery
        @Parameter(
                description =
                        "Whose days are counted, a name of the tz database; the organization's if it is not given")
        String tz) {

    /** Those that are asked for; null where that is refused. */
    Weeks read(Query query, ZoneId usual, Instant now) {
        var first = query.date("from", from);
        var last = query.date("to", to);
        var asked = query.zone("tz", tz);
        var unreadable = first == null && from != null || last == null && to != null || asked == null && tz != null;
        if (unreadable) {
            return null;
        }
        var zone = asked == null ? usual : asked;
        var today = LocalDate.ofInstant(now, zone);
        // A Sunday that is not over belongs to no whole week.
        var end = last == null || !last.isBefore(today) ? today.minusDays(1) : last;
        var weeks = first == null ? Weeks.until(end, zone) : Weeks.within(first, end, zone);
        query.that(
                weeks.count() > 0,
                "from",
                "must be so early that a week from Monday to Sunday lies between it and %s".formatted(end));
        return weeks;
    }
}
