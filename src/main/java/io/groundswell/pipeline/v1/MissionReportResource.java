package io.groundswell.pipeline.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.performance.MissionReports;
import io.groundswell.pipeline.PipelineService;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** How a mission did, and what its cycles have learned. */
@Path("/v1/analytics/missions/{id}")
@Produces(APPLICATION_JSON)
class MissionReportResource {
    private final MissionReports reports;
    private final PipelineService pipelines;
    private final CurrentCaller caller;

    MissionReportResource(MissionReports reports, PipelineService pipelines, CurrentCaller caller) {
        this.reports = reports;
        this.pipelines = pipelines;
        this.caller = caller;
    }

    @GET
    @Needs("analytics:read")
    @Operation(operationId = "getMissionReport", summary = "Tell how a mission did")
    public MissionReportResponse get(@RestPath String id) {
        var report = reports.of(caller.owner(), id);
        return MissionReportResponse.of(report, pipelines.insights(caller.owner(), id));
    }
}
