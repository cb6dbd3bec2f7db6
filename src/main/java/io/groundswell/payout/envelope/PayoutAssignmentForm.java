package io.groundswell.payout.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.shared.Violation;
import io.groundswell.wire.envelope.Ids;
import io.groundswell.wire.envelope.Rules;
import io.groundswell.wire.envelope.Times;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is to be paid by a structure. */
@RegisterForReflection
record PayoutAssignmentForm(
        @NotNull @Schema(format = "uuid") String creatorId,

        @NotNull @Schema(format = "date", description = "The first day")
        String startsOn,

        @Schema(format = "date", description = "The last day; null for no end")
        String endsOn) {
    List<Violation> broken(JsonNode body) {
        return new Rules(body)
                .requires("creator_id")
                .requires("starts_on")
                .that(creatorId == null || Ids.read(creatorId) != null, "creator_id", "must be a UUID")
                .that(startsOn == null || from() != null, "starts_on", Times.A_DATE)
                .that(endsOn == null || to() != null, "ends_on", Times.A_DATE)
                .that(
                        from() == null || to() == null || !to().isBefore(from()),
                        "ends_on",
                        "must not be before starts_on")
                .broken();
    }

    UUID creator() {
        return Ids.read(creatorId);
    }

    LocalDate from() {
        return Times.date(startsOn);
    }

    LocalDate to() {
        return Times.date(endsOn);
    }
}
