package io.groundswell.payout.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.shared.Violation;
import io.groundswell.wire.envelope.Rules;
import io.groundswell.wire.envelope.Times;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Until when somebody is to be paid by a structure. */
@RegisterForReflection
record PayoutEndForm(
        @Schema(format = "date", description = "The last day; null for no end")
        String endsOn) {
    List<Violation> broken(JsonNode body) {
        return new Rules(body)
                .changesOneOf(List.of("ends_on"))
                .that(endsOn == null || day() != null, "ends_on", Times.A_DATE)
                .broken();
    }

    LocalDate day() {
        return Times.date(endsOn);
    }
}
