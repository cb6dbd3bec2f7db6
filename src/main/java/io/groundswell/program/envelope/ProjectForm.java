package io.groundswell.program.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.program.ProgramService;
import io.groundswell.shared.Violation;
import io.groundswell.wire.envelope.Rules;
import io.groundswell.wire.openapi.NeverNull;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A project as callers write it. */
@RegisterForReflection
record ProjectForm(
        @NeverNull @Size(min = 1, max = NAME) @Schema(description = "Needed when a project is made")
        String name,

        @Size(max = Rules.README) String readme) {
    private static final int NAME = 200;

    List<Violation> brokenByNew(JsonNode body) {
        return fitting(new Rules(body).requires("name")).broken();
    }

    List<Violation> brokenByChange(JsonNode body) {
        return fitting(new Rules(body).changesOneOf(List.of("name", "readme")).refusesNull("name"))
                .broken();
    }

    private Rules fitting(Rules rules) {
        return rules.words("name", name, NAME).readme(readme);
    }

    ProgramService.Change change(JsonNode body) {
        return new ProgramService.Change(name, body.has("readme") ? new ProgramService.Note(readme) : null);
    }
}
