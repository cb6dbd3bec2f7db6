package io.groundswell.query.flat;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.query.Query;
import io.groundswell.site.SiteQuestions;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.openapi.Refuses;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Questions of somebody's own. */
@Path("/query")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class QueryResource {
    private final SiteQuestions questions;
    private final Query query;
    private final CurrentCaller caller;

    QueryResource(SiteQuestions questions, Query query, CurrentCaller caller) {
        this.questions = questions;
        this.query = query;
        this.caller = caller;
    }

    record Period(
            @Schema(format = "date") String from,
            @Schema(format = "date") String to) {}

    record QueryResponse(
            String project,
            Period period,
            List<String> metrics,
            List<String> groupBy,
            List<QueryRow> rows,
            @Schema(description = "Of rows") int count) {}

    @POST
    @Needs("analytics:read")
    @Refuses({
        "PROJECT_REQUIRED",
        "NOT_FOUND",
        "INVALID_METRIC",
        "INVALID_GROUP_BY",
        "INVALID_FILTER_OP",
        "INVALID_FILTER_FIELD",
        "INVALID_PROPERTY_KEY",
        "INVALID_COUNT_MODE"
    })
    @Operation(operationId = "query", summary = "Count what happened on a site, by what it has in common")
    public QueryResponse post(@NotNull QueryForm form) {
        return questions.ask(caller.owner(), form.project(), site -> {
            var asked = Questions.read(form, site);
            var rows = query.rows(site, asked).stream()
                    .map(row -> QueryRow.of(row, asked))
                    .toList();
            return new QueryResponse(
                    site.name(),
                    new Period(
                            asked.window().from().toString(),
                            asked.window().until().minusDays(1).toString()),
                    asked.metrics().stream().map(Object::toString).toList(),
                    asked.groupings().stream().map(Object::toString).toList(),
                    rows,
                    rows.size());
        });
    }
}
