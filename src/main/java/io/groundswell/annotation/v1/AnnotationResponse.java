package io.groundswell.annotation.v1;

import io.groundswell.annotation.Annotation;
import io.groundswell.annotation.Scope;
import io.groundswell.wire.v1.V1;
import jakarta.annotation.Nullable;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The annotation object. */
record AnnotationResponse(
        String id,
        @Schema(enumeration = {"user", "auto"}) String source,
        TimelineKind kind,
        TimelineScope scope,
        @Nullable String missionId,
        @Nullable String contentId,
        String at,
        String title,
        @Nullable String bodyMd,
        @Nullable String authorId,
        @Nullable Map<String, String> details,
        String createdAt,
        String updatedAt) {

    static AnnotationResponse of(Annotation annotation) {
        return new AnnotationResponse(
                annotation.id(),
                annotation.kind().isAutomatic() ? "auto" : "user",
                TimelineKind.of(annotation.kind()),
                TimelineScope.of(annotation.scope()),
                annotation.missionId(),
                annotation.scope() == Scope.CONTENT ? annotation.entityId() : null,
                V1.time(annotation.at()),
                annotation.title(),
                annotation.bodyMd(),
                annotation.authorId(),
                annotation.details(),
                V1.time(annotation.createdAt()),
                V1.time(annotation.updatedAt()));
    }
}
