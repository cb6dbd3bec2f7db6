package io.groundswell.alert.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.alert.AlertFilter;
import io.groundswell.alert.AlertKind;
import io.groundswell.alert.AlertService;
import io.groundswell.alert.AlertStatus;
import io.groundswell.wire.BodyReader;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.envelope.Envelope;
import io.groundswell.wire.envelope.EnvelopeList;
import io.groundswell.wire.envelope.Ids;
import io.groundswell.wire.envelope.Query;
import io.groundswell.wire.openapi.Choices;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What needs a person's eye. */
@Path("/api/v1/alerts")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class AlertResource {
    private final AlertService alerts;
    private final BodyReader reader;
    private final CurrentCaller caller;

    AlertResource(AlertService alerts, BodyReader reader, CurrentCaller caller) {
        this.alerts = alerts;
        this.reader = reader;
        this.caller = caller;
    }

    @GET
    @Needs("read")
    @Refuses("not_found")
    @Operation(operationId = "listAlerts", summary = "List the alerts, what was raised last first")
    public EnvelopeList<AlertResponse> list(
            @RestQuery("project_id") String projectId,
            @RestQuery @Choices(value = AlertKind.class, several = false) String kind,
            @RestQuery @Choices(value = AlertStatus.class, several = false) String status,
            @RestQuery String limit,
            @RestQuery String cursor) {
        var query = new Query();
        var filter = new AlertFilter(
                query.id("project_id", projectId),
                query.choice("kind", kind, AlertKind.class),
                query.choice("status", status, AlertStatus.class));
        var most = query.limit(limit);
        var edge = query.cursor(cursor);
        query.check();
        return EnvelopeList.of(alerts.list(caller.owner(), filter, most, edge), AlertResponse::edge, AlertResponse::of);
    }

    @GET
    @Path("/{id}")
    @Needs("read")
    @Operation(operationId = "getAlert", summary = "Read an alert")
    public Envelope<AlertResponse> get(@RestPath String id) {
        return Envelope.of(AlertResponse.of(alerts.get(caller.owner(), Ids.inPath("id", id))));
    }

    @PATCH
    @Path("/{id}")
    @Needs("write")
    @Operation(operationId = "triageAlert", summary = "Acknowledge, resolve or reopen an alert, or note something")
    public Envelope<AlertResponse> patch(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = AlertForm.class))) JsonNode body) {
        var alertId = Ids.inPath("id", id);
        var form = reader.read(body, AlertForm.class, read -> read.broken(body));
        return Envelope.of(AlertResponse.of(alerts.triage(caller.get(), alertId, now -> form.changed(body, now))));
    }
}
