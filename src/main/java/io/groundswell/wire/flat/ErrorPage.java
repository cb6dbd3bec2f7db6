package io.groundswell.wire.flat;

import io.groundswell.wire.Open;
import io.groundswell.wire.page.PageFile;
import io.groundswell.wire.page.PageHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Where the {@code doc_url} of an error leads. */
@Path("/docs/errors")
public class ErrorPage {
    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

    private final RoutingContext routing;
    private final String page = PageFile.read(ErrorPage.class, "errors.html");
    private final String policy = PageHeaders.policy(STYLE.matcher(page)
            .results()
            .map(found -> found.group(1))
            .findFirst()
            .orElseThrow());

    ErrorPage(RoutingContext routing) {
        this.routing = routing;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Open
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)))
    @Operation(operationId = "showErrors", summary = "Explain the codes of errors")
    public String get() {
        PageHeaders.putPublic(routing.response(), policy);
        return page;
    }
}
