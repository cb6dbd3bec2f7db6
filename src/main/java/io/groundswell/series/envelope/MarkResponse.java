package io.groundswell.series.envelope;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.groundswell.series.Mark;
import io.groundswell.wire.envelope.Envelope;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An annotation of what was asked about, or of something that holds it. */
@RegisterForReflection
record MarkResponse(
        String id,
        @Schema(enumeration = {"user", "auto"}) String source,

        String kind,

        @Schema(enumeration = {"creator", "campaign", "video"})
        String scope,

        String entityId,

        @Schema(format = "date-time") String at,

        String title,
        @Nullable String bodyMd,
        @Nullable String authorId,
        @Nullable String authorName,

        @Schema(description = "What it comes from, where that only holds what was asked about")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String entityLabel) {

    static MarkResponse of(Mark mark) {
        var annotation = mark.annotation();
        return new MarkResponse(
                annotation.id(),
                annotation.kind().isAutomatic() ? "auto" : "user",
                annotation.kind().toString(),
                annotation.thing().scope().toString(),
                annotation.thing().id().toString(),
                Envelope.time(annotation.at()),
                annotation.title(),
                annotation.bodyMd(),
                annotation.authorId(),
                annotation.authorName(),
                mark.inheritedFrom());
    }
}
