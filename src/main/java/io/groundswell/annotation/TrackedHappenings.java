package io.groundswell.annotation;

import io.groundswell.campaign.CampaignEvent;
import io.groundswell.creator.CreatorEvent;
import io.groundswell.shared.Owner;
import io.groundswell.video.VideoEvent;
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

    void noted(@Observes VideoEvent.ReadmeChanged event) {
        noted(event.owner(), Scope.VIDEO, event.videoId(), event.readme(), event.at());
    }

    void noted(@Observes CreatorEvent.ReadmeChanged event) {
        noted(event.owner(), Scope.CREATOR, event.creatorId(), event.readme(), event.at());
    }

    void renamed(@Observes CreatorEvent.Renamed event) {
        marks.set(
                event.owner(),
                new TrackedThing(Scope.CREATOR, event.creatorId()),
                AnnotationKind.CREATOR_PROFILE_CHANGE,
                event.at(),
                "Handle changed from @%s to @%s".formatted(event.was(), event.handle()));
    }

    void profiled(@Observes CreatorEvent.ProfileChanged event) {
        profiled(event, event.at(), event.what());
    }

    void switchedOff(@Observes CreatorEvent.SwitchedOff event) {
        profiled(event, event.at(), event.why());
    }

    private void profiled(CreatorEvent event, Instant at, String title) {
        var thing = new TrackedThing(Scope.CREATOR, event.creatorId());
        marks.set(event.owner(), thing, AnnotationKind.CREATOR_PROFILE_CHANGE, at, title);
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
