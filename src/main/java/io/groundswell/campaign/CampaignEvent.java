package io.groundswell.campaign;

import io.groundswell.shared.Owner;
import java.time.Instant;
import java.util.UUID;

/** What happened to a campaign; observed in the transaction of the change, by the features that follow campaigns. */
public sealed interface CampaignEvent {
    Owner owner();

    UUID campaignId();

    record Created(Owner owner, UUID campaignId, Instant at) implements CampaignEvent {}

    /** @param readme null when there is none any more */
    record ReadmeChanged(Owner owner, UUID campaignId, String readme, Instant at) implements CampaignEvent {}
}
