package io.groundswell.mission.v1;

import io.groundswell.account.OrganizationService;
import io.groundswell.mission.Mission;
import io.groundswell.mission.MissionService;
import io.groundswell.shared.Owner;
import io.groundswell.webhook.v1.EventSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Events about missions carry the mission. */
@ApplicationScoped
class MissionSubject implements EventSubject {
    private final MissionService missions;
    private final OrganizationService organizations;

    MissionSubject(MissionService missions, OrganizationService organizations) {
        this.missions = missions;
        this.organizations = organizations;
    }

    @Override
    public String prefix() {
        return Mission.ID_PREFIX;
    }

    @Override
    public Optional<Object> find(Owner owner, String id) {
        return missions.find(owner, id)
                .map(mission -> MissionResponse.of(mission, organizations.get(owner.organizationId())));
    }
}
