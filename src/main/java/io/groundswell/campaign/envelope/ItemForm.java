package io.groundswell.campaign.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.campaign.Item.Member;
import io.groundswell.campaign.ItemType;
import io.groundswell.shared.Violation;
import io.groundswell.wire.envelope.Ids;
import io.groundswell.wire.envelope.Rules;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be put into a campaign, or to be taken out. */
@RegisterForReflection
record ItemForm(
        @NotNull ItemType itemType,

        @NotNull @Schema(format = "uuid") String itemId) {
    List<Violation> broken(JsonNode body) {
        return new Rules(body)
                .requires("item_type")
                .requires("item_id")
                .that(itemId == null || Ids.read(itemId) != null, "item_id", "must be a UUID")
                .broken();
    }

    Member member() {
        return new Member(itemType, Ids.read(itemId));
    }
}
