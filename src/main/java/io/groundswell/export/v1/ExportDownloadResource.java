package io.groundswell.export.v1;

import io.groundswell.export.Downloads;
import io.groundswell.export.ExportFile;
import io.groundswell.export.ExportFormat;
import io.groundswell.wire.Attachment;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Ending;
import io.groundswell.wire.Needs;
import io.groundswell.wire.Signed;
import io.groundswell.wire.Streamed;
import io.groundswell.wire.limit.AddressLimit;
import io.groundswell.wire.openapi.Refuses;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The file of an export, for members and for whoever has its signed address. */
@Path("/v1/analytics/export/{id}/download")
class ExportDownloadResource {
    private final Downloads downloads;
    private final AddressLimit limit;
    private final CurrentCaller caller;
    private final RoutingContext routing;

    ExportDownloadResource(Downloads downloads, AddressLimit limit, CurrentCaller caller, RoutingContext routing) {
        this.downloads = downloads;
        this.limit = limit;
        this.caller = caller;
        this.routing = routing;
    }

    @GET
    @Needs("analytics:read")
    @Signed
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(type = SchemaType.OBJECT, description = "A list of rows for each section")),
                @Content(mediaType = "application/zip", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @Refuses("conflict")
    @Operation(operationId = "downloadExport", summary = "Fetch the file of an export")
    public Response get(@RestPath String id, @RestQuery String expires, @RestQuery(Signed.PARAM) String signature) {
        var file = open(id, expires, signature);
        Ending.of(routing, file::close);
        var body = Streamed.of(routing, "Export " + file.export().id(), out -> {
            try (file) {
                file.copyTo(out);
            }
        });
        var response = Attachment.of(body, type(file), name(file));
        if (file.length() != null) {
            response.header(HttpHeaders.CONTENT_LENGTH, file.length());
        }
        return response.build();
    }

    private ExportFile open(String id, String expires, String signature) {
        if (caller.isKnown()) {
            return downloads.open(caller.owner(), id);
        }
        limit.count();
        return downloads.open(id, expires, signature);
    }

    private static String type(ExportFile file) {
        if (file.export().order().isZip()) {
            return "application/zip";
        }
        return isJson(file) ? "application/json" : "text/csv;charset=UTF-8";
    }

    private static boolean isJson(ExportFile file) {
        return file.export().order().format() == ExportFormat.JSON;
    }

    private static String name(ExportFile file) {
        var order = file.export().order();
        return file.export().id() + "." + (order.isZip() ? "zip" : order.format());
    }
}
