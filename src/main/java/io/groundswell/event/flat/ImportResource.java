package io.groundswell.event.flat;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.shared.Refusal;
import io.groundswell.site.Site;
import io.groundswell.site.SiteService;
import io.groundswell.text.Characters;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.Upload;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Brings in what happened on a site before. */
@Path("/projects/{id}/import")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class ImportResource {
    private static final int LONGEST_NAME = 200;

    private final SiteService sites;
    private final EventFiles files;
    private final CurrentCaller caller;

    ImportResource(SiteService sites, EventFiles files, CurrentCaller caller) {
        this.sites = sites;
        this.files = files;
        this.caller = caller;
    }

    record RefusedLine(long line, String message) {}

    record ImportResponse(
            String project,
            String name,

            @Schema(description = "With an event in each, or what should be one")
            long lines,

            @Schema(description = "Those that are in the database now, whether they were before or not")
            long accepted,

            long refused,

            @Schema(description = "False when nothing was read after a line, because a quote in it is never closed")
            boolean complete,

            @Schema(description = "The first 100, and the one that nothing was read after")
            List<RefusedLine> refusals) {
        static ImportResponse of(Site site, String name, FileReport report) {
            return new ImportResponse(
                    site.name(),
                    name,
                    report.accepted() + report.refused(),
                    report.accepted(),
                    report.refused(),
                    report.isComplete(),
                    report.refusals().stream()
                            .map(line -> new RefusedLine(line.number(), line.fault()))
                            .toList());
        }
    }

    @POST
    @Upload
    @Needs("missions:write")
    @Refuses({"RATE_LIMITED", "BODY_TOO_LARGE"})
    @Operation(operationId = "importEvents", summary = "Bring in a file of events, CSV or JSON lines")
    public ImportResponse post(
            @RestPath String id,
            @RestQuery
                    @Parameter(
                            description =
                                    "Tells the lines of one file from those of another; the same when it is sent again")
                    String name,
            InputStream file)
            throws IOException {
        var called = name == null ? "" : name;
        if (Characters.count(called) > LONGEST_NAME || called.indexOf(0) >= 0) {
            throw Refusal.invalid("name", "name must have at most %d characters", LONGEST_NAME);
        }
        var site = sites.get(caller.owner(), id);
        return ImportResponse.of(site, called, files.read(site, called, file));
    }
}
