package io.groundswell.aggregate.envelope;

import io.groundswell.aggregate.Cut;
import io.groundswell.wire.envelope.Query;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which stretch of a ranking. */
record CutQuery(
        @RestQuery @Parameter(description = "How many to tell at most")
        String limit,

        @RestQuery @Parameter(description = "How many to leave out before them, 0 to 100,000; 0 if it is not given")
        String offset) {
    private static final int MOST_LEFT_OUT = 100_000;
    /** Points of a chart, all of which are wanted. */
    private static final int MOST_POINTS = 1_000;

    Cut read(Query query) {
        return new Cut(query.limit(limit), leftOut(query));
    }

    Cut readPoints(Query query) {
        return new Cut(query.whole("limit", limit, 1, MOST_POINTS, MOST_POINTS), leftOut(query));
    }

    private int leftOut(Query query) {
        return query.whole("offset", offset, 0, MOST_LEFT_OUT, 0);
    }
}
