package io.groundswell.annotation.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.annotation.Note;
import io.groundswell.annotation.TrackedThing;
import io.groundswell.shared.Violation;
import io.groundswell.wire.envelope.Ids;
import io.groundswell.wire.envelope.Rules;
import io.groundswell.wire.envelope.Times;
import io.groundswell.wire.openapi.NeverNull;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An annotation as callers write it. */
@RegisterForReflection
record AnnotationForm(
        @NotNull TrackedScope scope,

        @NotNull @Schema(format = "uuid") String entityId,

        @NotNull @Schema(description = "The moment that it is about, kept to the second", format = "date-time")
        String annotationAt,

        @NotNull @Size(min = 1, max = Note.MAX_TITLE) String title,

        @Size(max = Note.MAX_BODY) @Schema(description = "Markdown")
        String bodyMd) {
    private static final List<String> CHANGEABLE = List.of("annotation_at", "title", "body_md");

    List<Violation> broken(JsonNode body) {
        return fitting(new Rules(body)
                        .requires("scope")
                        .requires("entity_id")
                        .that(entityId == null || Ids.read(entityId) != null, "entity_id", "must be a UUID")
                        .requires("annotation_at")
                        .requires("title"))
                .broken();
    }

    TrackedThing thing() {
        return new TrackedThing(scope.core(), Ids.read(entityId));
    }

    Note note() {
        return new Note(Times.time(annotationAt), title, bodyMd);
    }

    private Rules fitting(Rules rules) {
        return rules.that(annotationAt == null || Times.time(annotationAt) != null, "annotation_at", Times.A_TIME)
                .words("title", title, Note.MAX_TITLE)
                .text("body_md", bodyMd, Note.MAX_BODY);
    }

    /** What may be changed of one. Where it stands may not, so that what is sent of that means nothing. */
    @RegisterForReflection
    record Change(
            @NeverNull @Schema(description = "The moment that it is about, kept to the second", format = "date-time")
            String annotationAt,

            @NeverNull @Size(min = 1, max = Note.MAX_TITLE) String title,

            @Size(max = Note.MAX_BODY) @Schema(description = "Markdown; null for none")
            String bodyMd) {
        List<Violation> broken(JsonNode body) {
            return new AnnotationForm(null, null, annotationAt, title, bodyMd)
                    .fitting(new Rules(body)
                            .changesOneOf(CHANGEABLE)
                            .refusesNull("annotation_at")
                            .refusesNull("title"))
                    .broken();
        }

        Note changed(JsonNode body, Note now) {
            return new Note(
                    annotationAt == null ? now.at() : Times.time(annotationAt),
                    title == null ? now.title() : title,
                    body.has("body_md") ? bodyMd : now.bodyMd());
        }
    }
}
