package io.groundswell.schema.envelope;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What there is, for programs that do not know it yet. */
@RegisterForReflection
record SchemaResponse(Map<String, Entity> entities, List<Relationship> relationships) {
    @RegisterForReflection
    record Entity(String description, Map<String, Field> fields) {}

    @RegisterForReflection
    record Field(
            @Schema(enumeration = {"string", "integer", "number", "boolean", "array", "object"})
            String type,

            @Schema(description = "Such as `uuid` or `date-time`") @Nullable
            String format,

            boolean nullable,

            @JsonProperty("enum") @Schema(description = "All that it may be; null when there is no list") @Nullable
            List<String> choices,

            @Nullable String description) {}

    @RegisterForReflection
    record Relationship(
            String from,

            @Schema(description = "The field of `from` that holds the id, or a list of them")
            String field,

            @Schema(description = "What it may be the id of")
            List<String> to,

            @Schema(description = "The field of `from` that tells which of them it is; null when there is one")
            @Nullable
            String by) {}
}
