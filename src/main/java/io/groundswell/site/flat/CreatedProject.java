package io.groundswell.site.flat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.groundswell.site.SiteService;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A project with all that is needed to begin. */
record CreatedProject(
        String id,
        String name,
        String projectToken,
        String allowedOrigins,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Only there, and true, when there was a project of this name already")
        Boolean existing,

        @Schema(description = "What the pages of the site hold")
        String snippet,

        @Schema(description = "A first question, for a terminal")
        String apiExample) {
    static CreatedProject of(SiteService.Creation creation, Snippets snippets) {
        var site = creation.site();
        return new CreatedProject(
                site.id(),
                site.name(),
                site.token(),
                site.allowedOrigins().toString(),
                creation.isNew() ? null : true,
                snippets.tracker(site),
                snippets.question(site));
    }
}
