package io.groundswell.export.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.export.DownloadLinks;
import io.groundswell.export.Export;
import io.groundswell.export.ExportConfig;
import io.groundswell.export.ExportService;
import io.groundswell.export.ExportStatus;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.idempotency.Idempotent;
import io.groundswell.wire.idempotency.KeyedCommit;
import io.groundswell.wire.openapi.Refuses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Files of content, metrics and costs: ordered, and asked about. */
@Path("/v1/analytics/export")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class ExportResource {
    private final ExportDesk desk;
    private final ExportService exports;
    private final DownloadLinks links;
    private final ExportConfig config;
    private final KeyedCommit commit;
    private final CurrentCaller caller;
    private final Clock clock;

    ExportResource(
            ExportDesk desk,
            ExportService exports,
            DownloadLinks links,
            ExportConfig config,
            KeyedCommit commit,
            CurrentCaller caller,
            Clock clock) {
        this.desk = desk;
        this.exports = exports;
        this.links = links;
        this.config = config;
        this.commit = commit;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Needs("analytics:read")
    @Idempotent(detached = true)
    @ResponseStatus(201)
    @Refuses({"invalid_period", "not_found"})
    @Operation(operationId = "orderExport", summary = "Order a file of content, metrics and costs")
    public ExportResponse create(@Valid @NotNull ExportForm form) {
        var ordered = commit.of(() -> desk.take(caller.get(), form), taken -> answer(taken.export()));
        return answer(exports.make(ordered));
    }

    @GET
    @Path("/{id}")
    @Needs("analytics:read")
    @Operation(operationId = "getExport", summary = "Ask about an export")
    public ExportResponse get(@RestPath String id) {
        return answer(exports.get(caller.owner(), id));
    }

    private ExportResponse answer(Export export) {
        var now = clock.instant();
        var there = export.status() == ExportStatus.COMPLETED && !export.isOver(now);
        return ExportResponse.of(export, export.expectedAt(now, config.maxRows()), there ? links.of(export) : null);
    }
}
