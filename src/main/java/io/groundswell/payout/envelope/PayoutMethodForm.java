package io.groundswell.payout.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.payout.MethodDetails;
import io.groundswell.shared.Violation;
import io.groundswell.shared.WebAddress;
import io.groundswell.wire.envelope.Metadata;
import io.groundswell.wire.envelope.Rules;
import io.groundswell.wire.openapi.NeverNull;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A payout method as callers write it. */
@RegisterForReflection
record PayoutMethodForm(
        @NeverNull @Size(min = 1, max = NAME) @Schema(description = "Needed when a method is made")
        String name,

        @Size(max = WebAddress.MAX_LENGTH) @Schema(description = "Where its picture is, by `https` or `http`")
        String iconUrl,

        @NeverNull @Schema(description = "Whether payments may name it; true when not given")
        Boolean isActive,

        @Schema(description = "Any JSON object; replaces the one before it as a whole")
        ObjectNode metadata,

        @Size(max = Rules.README) String readme) {
    private static final int NAME = 100;

    List<Violation> brokenByNew(JsonNode body) {
        return fitting(new Rules(body).requires("name")).broken();
    }

    List<Violation> brokenByChange(JsonNode body) {
        return fitting(new Rules(body)
                        .changesOneOf(List.of("name", "icon_url", "is_active", "metadata", "readme"))
                        .refusesNull("name")
                        .refusesNull("is_active"))
                .broken();
    }

    private Rules fitting(Rules rules) {
        rules.words("name", name, NAME).readme(readme);
        return Metadata.check(rules, metadata)
                .that(
                        iconUrl == null || WebAddress.is(iconUrl),
                        "icon_url",
                        "must be an address that begins with https:// or http://, of at most %,d characters"
                                .formatted(WebAddress.MAX_LENGTH));
    }

    MethodDetails details() {
        return new MethodDetails(name, iconUrl, !Boolean.FALSE.equals(isActive), Metadata.text(metadata), readme);
    }

    /** What the method is, but for the fields that the body has. */
    MethodDetails changed(JsonNode body, MethodDetails now) {
        var sent = details();
        return new MethodDetails(
                body.has("name") ? sent.name() : now.name(),
                body.has("icon_url") ? sent.iconUrl() : now.iconUrl(),
                body.has("is_active") ? sent.isActive() : now.isActive(),
                body.has("metadata") ? sent.metadata() : now.metadata(),
                body.has("readme") ? sent.readme() : now.readme());
    }
}
