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
        @NotNull @Size(min = 1) @Schema(description = "Up to 50 different ones; what is named twice is done once")
        List<String> ids) {
    private static final int MOST = 50;

    /** What is named twice counts once. */
    public List<Violation> broken(JsonNode body) {
        var rules = new Rules(body)
                .requires("ids")
                .that(
                        ids == null || !ids.isEmpty() && different() <= MOST,
                        "ids",
                        "must have 1 to " + MOST + " elements");
        for (int at = 0, wrong = 0; ids != null && at < ids.size() && wrong < MOST; at++) {
            var isId = isId(ids.get(at));
            wrong += isId ? 0 : 1;
            rules.that(isId, "ids[" + at + "]", "must be a UUID");
        }
        return rules.broken();
    }

    private static boolean isId(String text) {
        return text != null && Ids.read(text) != null;
    }

    /** However they are written. */
    private long different() {
        return ids.stream()
                .map(text -> isId(text) ? Ids.read(text) : text)
                .distinct()
                .count();
    }

    public List<UUID> distinct() {
        return ids.stream().map(Ids::read).distinct().toList();
    }
}
