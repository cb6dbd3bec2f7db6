package io.groundswell.annotation.envelope;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.groundswell.account.envelope.UserIds;
import io.groundswell.annotation.TrackedAnnotation;
import io.groundswell.wire.envelope.Envelope;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A mark on the timeline of a creator, campaign or video. */
@RegisterForReflection
@Schema(description = "A mark on the timeline of a creator, campaign or video: what people wrote, or what happened.")
public record AnnotationResponse(
        @Schema(description = "A UUID for what people wrote, otherwise `auto:<kind>:<entity_id>:<at>`")
        String id,

        @Schema(enumeration = {"user", "auto"}) String source,
        TrackedKind kind,
        TrackedScope scope,
        String entityId,
        String at,
        String title,

        @Schema(description = "Markdown") @Nullable String bodyMd,

        @Nullable String authorId,

        @Schema(description = "Null for automatic ones, and when the author is gone") @Nullable
        String authorName,

        @Schema(description = "What the thing is called that it was inherited from; left out when it was not inherited")
        @Nullable
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String entityLabel) {

    static AnnotationResponse of(TrackedAnnotation annotation) {
        return of(annotation, null);
    }

    /** @param label of the thing that it was inherited from, null when it was not */
    public static AnnotationResponse of(TrackedAnnotation annotation, String label) {
        return new AnnotationResponse(
                annotation.id(),
                annotation.kind().isAutomatic() ? "auto" : "user",
                TrackedKind.of(annotation.kind()),
                TrackedScope.of(annotation.thing().scope()),
                annotation.thing().id().toString(),
                Envelope.time(annotation.at()),
                annotation.title(),
                annotation.bodyMd(),
                annotation.authorId() == null
                        ? null
                        : UserIds.of(annotation.authorId()).toString(),
                annotation.authorName(),
                label);
    }
}
