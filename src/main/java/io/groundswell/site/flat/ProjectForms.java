package io.groundswell.site.flat;

import io.groundswell.shared.Refusal;
import io.groundswell.site.AllowedOrigins;
import io.groundswell.site.SiteError;
import io.groundswell.wire.openapi.Describes;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Projects as callers write them. The rules are in the core; what stands on the interfaces tells them to machines. */
interface ProjectForms {
    record NewProjectRequest(String name, String allowedOrigins) {
        String requiredName() {
            if (name == null || name.isEmpty()) {
                throw Refusal.on(SiteError.MISSING_FIELDS, "name", "name is required");
            }
            return name;
        }

        AllowedOrigins origins() {
            return allowedOrigins == null ? AllowedOrigins.ANY : AllowedOrigins.parse(allowedOrigins);
        }
    }

    record ProjectChangeRequest(String name, String allowedOrigins) {
        /** Null when they stay. */
        AllowedOrigins origins() {
            if (name == null && allowedOrigins == null) {
                throw Refusal.of(SiteError.MISSING_FIELDS, "Send name, allowed_origins or both");
            }
            return allowedOrigins == null ? null : AllowedOrigins.parse(allowedOrigins);
        }
    }

    @Describes(NewProjectRequest.class)
    interface NewProject {
        @NotNull
        @Pattern(regexp = "[a-zA-Z0-9._-]{1,64}")
        String name();

        @Size(min = 1)
        @Schema(description = "Up to 20 origins, separated by commas, or `*` for any", defaultValue = "*")
        String allowedOrigins();
    }

    @Describes(ProjectChangeRequest.class)
    interface ProjectChange {
        @Pattern(regexp = "[a-zA-Z0-9._-]{1,64}")
        String name();

        @Size(min = 1)
        @Schema(description = "Up to 20 origins, separated by commas, or `*` for any")
        String allowedOrigins();
    }
}
