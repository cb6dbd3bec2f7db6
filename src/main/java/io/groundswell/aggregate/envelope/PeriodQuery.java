package io.groundswell.aggregate.envelope;

import io.groundswell.aggregate.Period;
import io.groundswell.wire.envelope.Query;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Of which project, and posted when. */
record PeriodQuery(
        @RestQuery("project_id") @Parameter(required = true, description = "The project whose things are compared")
        String projectId,

        @RestQuery @Parameter(description = "The first day on which videos were posted; all before it are left out")
        String from,

        @RestQuery @Parameter(description = "The last day on which videos were posted; all after it are left out")
        String to,

        @RestQuery
        @Parameter(
                description =
                        "Whose days are counted, a name of the tz database; the organization's if it is not given")
        String tz) {

    UUID program(Query query) {
        return query.requiredId("project_id", projectId);
    }

    /** @param usual zone of the organization */
    Period read(Query query, ZoneId usual) {
        var first = query.date("from", from);
        var last = query.date("to", to);
        query.inOrder(first, last);
        var zone = query.zone("tz", tz);
        return new Period(first, last, zone == null ? usual : zone);
    }

    /** Both ends were sent. */
    Period readClosed(Query query, ZoneId usual) {
        query.required("from", from);
        query.required("to", to);
        return read(query, usual);
    }
}
