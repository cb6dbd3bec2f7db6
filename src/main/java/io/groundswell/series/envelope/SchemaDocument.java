package io.groundswell.series.envelope;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An OpenAPI document. */
@RegisterForReflection
record SchemaDocument(
        @Schema(description = "The version of OpenAPI, 3.1") String openapi,
        Info info,

        @Schema(description = "What can be asked, by address")
        ObjectNode paths,

        @Schema(description = "What the paths refer to") ObjectNode components) {

    @RegisterForReflection
    record Info(
            String title,
            String description,

            @Schema(description = "The version of the answers' shape")
            String version) {}
}
