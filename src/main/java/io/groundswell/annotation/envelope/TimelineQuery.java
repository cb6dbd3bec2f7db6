package io.groundswell.annotation.envelope;

import io.groundswell.annotation.Timelines.Place;
import io.groundswell.annotation.TrackedThing;
import io.groundswell.wire.envelope.Query;
import io.groundswell.wire.openapi.Choices;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which annotations are wanted. */
record TimelineQuery(
        @RestQuery
        @Choices(value = TrackedScope.class, several = false)
        @Parameter(required = true, description = "What sort of thing they are attached to")
        String scope,

        @RestQuery("entity_id") @Parameter(required = true, description = "The id of the thing")
        String entityId,

        @RestQuery @Parameter(description = "The first day, in the organization's time zone")
        String from,

        @RestQuery @Parameter(description = "The last day, in the organization's time zone")
        String to,

        @RestQuery("hide_auto")
        @Choices(
                words = {"1", "true", "0", "false"},
                several = false)
        @Parameter(description = "Whether to leave out automatic ones")
        String hideAuto,

        @RestQuery String cursor) {

    record Wish(TrackedThing thing, LocalDate from, LocalDate to, boolean hideAuto, Place after) {}

    Wish read() {
        var query = Query.ofAnalytics();
        var sort = query.choice("scope", query.required("scope", scope), TrackedScope.class);
        var id = query.requiredId("entity_id", entityId);
        var first = query.date("from", from);
        var last = query.date("to", to);
        query.inOrder(first, last);
        var hidden = query.isSet("hide_auto", hideAuto);
        var after = cursor == null ? null : TimelineCursor.read(cursor);
        query.that(cursor == null || after != null, "cursor", "must be the nextCursor of another answer");
        query.check();
        return new Wish(new TrackedThing(sort.core(), id), first, last, hidden, after);
    }
}
