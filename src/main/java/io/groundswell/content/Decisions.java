package io.groundswell.content;

import io.groundswell.account.OrganizationService;
import io.groundswell.mission.MissionService;
import jakarta.enterprise.context.ApplicationScoped;

/** Applies the approval policy to an item, as its mission and organization have it now. */
@ApplicationScoped
class Decisions {
    private final MissionService missions;
    private final OrganizationService organizations;

    Decisions(MissionService missions, OrganizationService organizations) {
        this.missions = missions;
        this.organizations = organizations;
    }

    ApprovalPolicy.Decision of(Content content) {
        var owner = content.owner();
        return ApprovalPolicy.decide(
                missions.get(owner, content.missionId()).constraints(),
                organizations.get(owner.organizationId()).config().approval(),
                content.words().confidence());
    }
}
