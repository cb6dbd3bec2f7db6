package io.groundswell.campaign.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.campaign.Description;
import io.groundswell.shared.Violation;
import io.groundswell.wire.envelope.Metadata;
import io.groundswell.wire.envelope.Rules;
import io.groundswell.wire.envelope.Times;
import io.groundswell.wire.openapi.NeverNull;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A campaign as callers write it. */
@RegisterForReflection
record CampaignForm(
        @NeverNull @Size(min = 1, max = NAME) @Schema(description = "Needed when a campaign is made")
        String name,

        @Size(max = Rules.README) String readme,

        @Schema(description = "Any JSON object; replaces the one before it as a whole")
        ObjectNode metadata,

        @Min(1)
        @Max(MOST_VIEWS)
        @Schema(
                description = "How many views it is to reach, a whole number",
                type = SchemaType.INTEGER,
                format = "int64")
        BigDecimal targetViews,

        @Schema(description = "By when", format = "date-time")
        String targetAt) {
    private static final int NAME = 200;
    private static final long MOST_VIEWS = 1_000_000_000_000_000L;

    List<Violation> brokenByNew(JsonNode body) {
        return fitting(new Rules(body).requires("name")).broken();
    }

    List<Violation> brokenByChange(JsonNode body) {
        return fitting(new Rules(body)
                        .changesOneOf(List.of("name", "readme", "metadata", "target_views", "target_at"))
                        .refusesNull("name"))
                .broken();
    }

    private Rules fitting(Rules rules) {
        rules.words("name", name, NAME).readme(readme);
        return Metadata.check(rules, metadata)
                .that(
                        targetViews == null || isCount(targetViews),
                        "target_views",
                        "must be a whole number from 1 to %,d".formatted(MOST_VIEWS))
                .that(targetAt == null || Times.time(targetAt) != null, "target_at", Times.A_TIME);
    }

    /** In whichever notation: 250000.0 and 2.5e5 are whole numbers, and some clients know no others. */
    private static boolean isCount(BigDecimal number) {
        return number.compareTo(BigDecimal.ONE) >= 0
                && number.compareTo(BigDecimal.valueOf(MOST_VIEWS)) <= 0
                && number.stripTrailingZeros().scale() <= 0;
    }

    Description description() {
        var views = targetViews == null ? null : targetViews.longValueExact();
        return new Description(name, readme, Metadata.text(metadata), views, Times.time(targetAt));
    }

    /** What the campaign is, but for the fields that the body has. */
    Description changed(JsonNode body, Description now) {
        var sent = description();
        return new Description(
                body.has("name") ? sent.name() : now.name(),
                body.has("readme") ? sent.readme() : now.readme(),
                body.has("metadata") ? sent.metadata() : now.metadata(),
                body.has("target_views") ? sent.targetViews() : now.targetViews(),
                body.has("target_at") ? sent.targetAt() : now.targetAt());
    }
}
