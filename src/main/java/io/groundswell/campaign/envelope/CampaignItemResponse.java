package io.groundswell.campaign.envelope;

import io.groundswell.campaign.Item;
import io.groundswell.campaign.ItemType;
import io.groundswell.wire.envelope.Envelope;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that is in a campaign. */
@Schema(description = "A creator, video or campaign that is in a campaign.")
record CampaignItemResponse(
        String campaignId,
        ItemType itemType,
        String itemId,

        @Schema(description = "A creator's handle with `@`, a video's title, else its address, a campaign's name")
        String label,

        String addedAt) {
    static CampaignItemResponse of(Item item) {
        return new CampaignItemResponse(
                item.campaignId().toString(),
                item.member().type(),
                item.member().id().toString(),
                item.label(),
                Envelope.time(item.addedAt()));
    }
}
