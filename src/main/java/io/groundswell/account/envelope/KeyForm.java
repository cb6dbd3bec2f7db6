package io.groundswell.account.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.account.CreatorScope;
import io.groundswell.shared.Violation;
import io.groundswell.wire.envelope.Rules;
import io.groundswell.wire.envelope.Times;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A key as callers order it. */
@RegisterForReflection
record KeyForm(
        @NotNull @Size(min = 1, max = NAME) String name,

        @Size(min = 1, max = SCOPES) @Schema(description = "Both when they are left out")
        List<CreatorScope> scopes,

        @Schema(description = "When it ends; never when it is left out", format = "date-time")
        String expiresAt) {
    private static final int NAME = 100;
    private static final int SCOPES = 10;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    List<Violation> broken(JsonNode body, Instant now) {
        var expiry = expiry();
        return new Rules(body)
                .requires("name")
                .words("name", name, NAME)
                .that(
                        scopes == null || !scopes.isEmpty() && scopes.size() <= SCOPES && !scopes.contains(null),
                        "scopes",
                        "must name 1 to %d of: read, write".formatted(SCOPES))
                .that(
                        expiresAt == null || expiry != null && expiry.isAfter(now) && expiry.isBefore(LATEST),
                        "expires_at",
                        "must be a time with an offset, in the future and before the year 9999")
                .broken();
    }

    List<CreatorScope> granted() {
        return scopes == null ? List.of(CreatorScope.values()) : scopes;
    }

    Instant expiry() {
        return expiresAt == null ? null : Times.ofAnyYear(expiresAt);
    }
}
