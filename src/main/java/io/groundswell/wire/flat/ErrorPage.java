package io.groundswell.wire.flat;

import io.groundswell.wire.Open;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Where the {@code doc_url} of an error leads. */
@Path("/docs/errors")
public class ErrorPage {
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Open
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)))
    @Operation(operationId = "showErrors", summary = "Explain the codes of errors")
    public byte[] get() {
        try (var page = ErrorPage.class.getResourceAsStream("errors.html")) {
            return page.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
