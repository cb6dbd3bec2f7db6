package io.groundswell.wire.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.shared.Violation;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What something is to be done to at once. */
@RegisterForReflection
public record ManyIds(
        @NotNull
        @Size(min = 1, max = MOST)
        @Schema(description = "Without repetitions; what is named twice is done once")
        List<String> ids) {
    private static final int MOST = 50;

    public List<Violation> broken(JsonNode body) {
        var rules = new Rules(body)
                .requires("ids")
                .that(
                        ids == null || !ids.isEmpty() && ids.size() <= MOST,
                        "ids",
                        "must have 1 to " + MOST + " elements");
        for (var at = 0; ids != null && at < Math.min(ids.size(), MOST); at++) {
            var id = ids.get(at);
            rules.that(id != null && Ids.read(id) != null, "ids[" + at + "]", "must be a UUID");
        }
        return rules.broken();
    }

    public List<UUID> distinct() {
        return ids.stream().map(Ids::read).distinct().toList();
    }
}
