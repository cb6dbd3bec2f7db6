package io.groundswell.alert.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.alert.AlertStatus;
import io.groundswell.alert.Triage;
import io.groundswell.shared.Violation;
import io.groundswell.wire.envelope.Rules;
import io.groundswell.wire.openapi.NeverNull;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody makes of an alert. */
@RegisterForReflection
record AlertForm(
        @NeverNull AlertStatus status,

        @Size(max = NOTE) @Schema(description = "Null clears it")
        String note) {
    private static final int NOTE = 2_000;

    List<Violation> broken(JsonNode body) {
        return new Rules(body)
                .changesOneOf(List.of("status", "note"))
                .refusesNull("status")
                .text("note", note, NOTE)
                .broken();
    }

    /** What was made of it, but for the fields that the body has. */
    Triage changed(JsonNode body, Triage now) {
        return new Triage(status == null ? now.status() : status, body.has("note") ? note : now.note());
    }
}
