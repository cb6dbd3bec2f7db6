package io.groundswell.account.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.shared.Violation;
import io.groundswell.wire.envelope.Rules;
import io.groundswell.wire.openapi.NeverNull;
import io.groundswell.zone.Zones;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Settings as callers write them. */
@RegisterForReflection
record OrganizationForm(
        @NeverNull @Size(min = 1, max = NAME) String name,

        @NeverNull @Schema(description = "A name of the tz database")
        String analyticsTz) {
    private static final int NAME = 200;

    List<Violation> broken(JsonNode body) {
        return new Rules(body)
                .changesOneOf(List.of("name", "analytics_tz"))
                .refusesNull("name")
                .words("name", name, NAME)
                .refusesNull("analytics_tz")
                .that(
                        analyticsTz == null || Zones.read(analyticsTz) != null,
                        "analytics_tz",
                        "is not a zone of the tz database")
                .broken();
    }

    /** As it is kept; null stays. */
    String zone() {
        return Zones.named(analyticsTz);
    }
}
