package io.groundswell.tracker.flat;

import io.groundswell.tracker.TrackerFile;
import io.groundswell.wire.Open;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The script that measures the pages that load it: small, readable, and how the one is made of the other. */
@Path("/")
class TrackerResource {
    private static final String JAVASCRIPT = "application/javascript";
    /** It is JSON, which would want to be described; only debuggers read it, whatever it is called. */
    private static final String MAPPINGS = "text/plain";

    private static final String UNCHANGED = "It is the one that `If-None-Match` names";

    /** Asked for, and not with a quality of zero. */
    private static final Pattern ZIP = Pattern.compile("\\bgzip\\b(?!\\s*;\\s*q=0(?:\\.0*)?(?:\\s|,|$))");

    private static final TrackerFile SMALL = TrackerFile.read("tracker.js");
    private static final TrackerFile READABLE = TrackerFile.read("tracker.src.js");
    private static final TrackerFile MAP = TrackerFile.read("tracker.js.map");

    private final RoutingContext routing;
    private final Request request;

    TrackerResource(RoutingContext routing, Request request) {
        this.routing = routing;
        this.request = request;
    }

    @GET
    @Path("tracker.js")
    @Open
    @NonBlocking
    @APIResponse(
            responseCode = "200",
            description =
                    "The script; `X-Integrity` is what an attribute `integrity` has to say to allow this one only",
            content = @Content(mediaType = JAVASCRIPT, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = UNCHANGED)
    @Operation(operationId = "getTracker", summary = "Fetch the script that measures pages")
    public Response small() {
        return answer(SMALL, JAVASCRIPT).header("SourceMap", "/tracker.js.map").build();
    }

    @GET
    @Path("tracker.src.js")
    @Open
    @NonBlocking
    @APIResponse(
            responseCode = "200",
            description = "The script, which does the same",
            content = @Content(mediaType = JAVASCRIPT, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = UNCHANGED)
    @Operation(operationId = "getTrackerSource", summary = "Fetch the script as it is written")
    public Response readable() {
        return answer(READABLE, JAVASCRIPT).build();
    }

    @GET
    @Path("tracker.js.map")
    @Open
    @NonBlocking
    @APIResponse(
            responseCode = "200",
            description = "A source map, as JSON",
            content = @Content(mediaType = MAPPINGS, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = UNCHANGED)
    @Operation(operationId = "getTrackerMap", summary = "Fetch the map from the one script to the other")
    public Response map() {
        return answer(MAP, MAPPINGS).build();
    }

    private Response.ResponseBuilder answer(TrackerFile file, String type) {
        var accepted = routing.request().getHeader("Accept-Encoding");
        var zips = accepted != null && ZIP.matcher(accepted).find();
        var tag = new EntityTag(file.tag() + (zips ? "-gzip" : ""));
        var unchanged = request.evaluatePreconditions(tag);
        var answer = unchanged == null ? Response.ok(zips ? file.zipped() : file.bytes(), type) : unchanged;
        if (zips && unchanged == null) {
            answer.header("Content-Encoding", "gzip");
        }
        return answer.tag(tag)
                .header("Cache-Control", "public, max-age=3600")
                .header("Vary", "Accept-Encoding")
                .header("X-Integrity", file.integrity())
                // Pages that isolate themselves from others may load it, too.
                .header("Cross-Origin-Resource-Policy", "cross-origin");
    }
}
