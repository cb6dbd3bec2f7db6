package io.groundswell.alert.envelope;

import io.groundswell.alert.Alert;
import io.groundswell.alert.AlertKind;
import io.groundswell.alert.AlertStatus;
import io.groundswell.database.Edge;
import io.groundswell.webhook.Numbers;
import io.groundswell.wire.envelope.Envelope;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An alert as callers read it. */
@Schema(
        description =
                "Something that needs a person's eye. It is raised once for each cause, and is there to be triaged.")
record AlertResponse(
        String id,

        @Schema(description = "Null where it is about the organization as a whole") @Nullable
        String projectId,

        @Nullable String creatorId,
        AlertKind kind,
        AlertStatus status,
        @Schema(description = "What people read") String title,

        @Schema(type = SchemaType.OBJECT, description = "What programs read; depends on the kind")
        Map<String, Object> details,

        @Schema(description = "What people noted") @Nullable String note,

        String raisedAt,
        @Nullable String resolvedAt,

        @Schema(description = "When its cause was over; null while that goes on, and for what has happened once")
        @Nullable
        String endedAt,

        String updatedAt) {
    static AlertResponse of(Alert alert) {
        return new AlertResponse(
                alert.id().toString(),
                alert.programId() == null ? null : alert.programId().toString(),
                alert.creatorId() == null ? null : alert.creatorId().toString(),
                alert.kind(),
                alert.triage().status(),
                alert.title(),
                details(alert.details()),
                alert.triage().note(),
                Envelope.time(alert.raisedAt()),
                Envelope.time(alert.resolvedAt()),
                Envelope.time(alert.endedAt()),
                Envelope.time(alert.updatedAt()));
    }

    /** The log keeps texts only. */
    private static Map<String, Object> details(Map<String, String> texts) {
        var details = new TreeMap<String, Object>(texts);
        Numbers.NAMES.forEach(name -> details.computeIfPresent(name, (any, text) -> new BigDecimal((String) text)));
        return details;
    }

    static Edge edge(Alert alert) {
        return new Edge(alert.raisedAt(), alert.id());
    }
}
