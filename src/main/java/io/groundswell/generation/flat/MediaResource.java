package io.groundswell.generation.flat;

import io.groundswell.generation.MediaStore;
import io.groundswell.wire.Ending;
import io.groundswell.wire.Open;
import io.groundswell.wire.Streamed;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/** The rendered visuals, for whoever knows their address. */
@Path("/media")
public class MediaResource {
    private static final Map<String, String> TYPES = Map.of("png", "image/png", "mp4", "video/mp4");

    private static final long LONGEST_MS = 120_000;

    private final MediaStore media;
    private final MediaPlaces places;
    private final RoutingContext routing;

    MediaResource(MediaStore media, MediaPlaces places, RoutingContext routing) {
        this.media = media;
        this.places = places;
        this.routing = routing;
    }

    @GET
    @Path("/{id:[0-9A-Za-z]+}.{format:png|mp4}")
    @Open
    @APIResponse(
            responseCode = "200",
            description = "The visual; what is at an address never changes",
            content = {
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "video/mp4", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @Operation(operationId = "getMedia", summary = "Fetch a rendered visual")
    public Response get(@RestPath String id, @RestPath String format) {
        places.take();
        var response = routing.response();
        var vertx = routing.vertx();
        var late = vertx.setTimer(LONGEST_MS, over -> response.reset());
        Ending.of(routing, () -> {
            vertx.cancelTimer(late);
            places.giveBack();
        });
        var bytes = media.find(id, format).orElseThrow(NotFoundException::new);
        // Written as it is read, or it would still be held when its place is given back.
        return Response.ok(Streamed.of(routing, "Visual " + id, out -> out.write(bytes)), TYPES.get(format))
                .header(HttpHeaders.CONTENT_LENGTH, bytes.length)
                // A rewritten item gets new addresses, so what is at one never changes.
                .header("Cache-Control", "public, max-age=31536000, immutable")
                // Which site asks is part of the answer: a cache must not give one site's to another.
                .header("Vary", "Origin")
                .build();
    }
}
