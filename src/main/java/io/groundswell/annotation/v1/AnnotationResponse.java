package io.groundswell.annotation.v1;

import io.groundswell.annotation.Annotation;
import io.groundswell.annotation.Scope;
import io.groundswell.wire.v1.V1;
import java.util.Map;

/** The annotation object. */
record AnnotationResponse(
        String id,
        String source,
        String kind,
        String scope,
        String missionId,
        String contentId,
        String at,
        String title,
        String bodyMd,
        String authorId,
        Map<String, String> details,
        String createdAt,
        String updatedAt) {

    static AnnotationResponse of(Annotation annotation) {
        return new AnnotationResponse(
                annotation.id(),
                annotation.kind().isAutomatic() ? "auto" : "user",
                annotation.kind().toString(),
                annotation.scope().toString(),
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
