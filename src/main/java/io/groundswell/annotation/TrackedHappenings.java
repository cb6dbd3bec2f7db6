package io.groundswell.annotation;

import io.groundswell.campaign.CampaignEvent;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.UUID;

/** Writes down what happens to creators, campaigns and videos, in the transaction in which it happens. */
@ApplicationScoped
class TrackedHappenings {
    private final TrackedMarks marks;

    TrackedHappenings(TrackedMarks marks) {
        this.marks = marks;
    }

    void created(@Observes CampaignEvent.Created event) {
        marks.set(
                event.owner(),
                new TrackedThing(Scope.CAMPAIGN, event.campaignId()),
                AnnotationKind.CAMPAIGN_CREATED,
                event.at(),
                "Campaign created");
    }

    void noted(@Observes CampaignEvent.ReadmeChanged event) {
        noted(event.owner(), Scope.CAMPAIGN, event.campaignId(), event.readme(), event.at());
    }

    private void noted(Owner owner, Scope scope, UUID id, String readme, Instant at) {
        marks.set(
                owner,
                new TrackedThing(scope, id),
                AnnotationKind.README_CHANGED,
                at,
                readme == null ? "Notes removed" : "Notes changed");
    }
}
