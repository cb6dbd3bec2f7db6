package io.groundswell.wire.flat;

import io.groundswell.wire.Open;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Where the {@code doc_url} of an error leads. */
@Path("/docs/errors")
public class ErrorPage {
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Open
    public byte[] get() {
        try (var page = ErrorPage.class.getResourceAsStream("errors.html")) {
            return page.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
