package io.groundswell.tracker.flat;

import io.groundswell.tracker.TrackerConfig;
import io.groundswell.wire.Open;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** A page on which to try the tracker, on servers that are configured to have it. It holds no secrets: who looks brings a key. */
@Path("/demo")
class DemoResource {
    private final boolean isOn;

    DemoResource(TrackerConfig config) {
        this.isOn = config.demo();
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Open
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)))
    @Operation(operationId = "showDemo", summary = "Show a page on which to try the tracker")
    public Response get() {
        if (!isOn) {
            throw new NotFoundException();
        }
        try (var page = DemoResource.class.getResourceAsStream("demo.html")) {
            return Response.ok(page.readAllBytes(), "text/html;charset=UTF-8")
                    .header("Cache-Control", "no-store")
                    .header("X-Robots-Tag", "noindex, nofollow")
                    .header("X-Frame-Options", "DENY")
                    .header("Referrer-Policy", "same-origin")
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
