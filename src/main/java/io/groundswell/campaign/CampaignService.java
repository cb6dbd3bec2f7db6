package io.groundswell.campaign;

import io.groundswell.account.AuditTrail;
import io.groundswell.account.Limit;
import io.groundswell.account.OrganizationService;
import io.groundswell.database.Edge;
import io.groundswell.program.ProgramService;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Makes, lists, changes and deletes campaigns. */
@ApplicationScoped
public class CampaignService {
    private final Campaigns campaigns;
    private final ProgramService programs;
    private final OrganizationService organizations;
    private final Event<CampaignEvent> events;
    private final AuditTrail audit;
    private final Clock clock;

    CampaignService(
            Campaigns campaigns,
            ProgramService programs,
            OrganizationService organizations,
            Event<CampaignEvent> events,
            AuditTrail audit,
            Clock clock) {
        this.campaigns = campaigns;
        this.programs = programs;
        this.organizations = organizations;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Campaign create(Caller caller, UUID programId, Description description) {
        var owner = caller.owner();
        programs.hold(owner, programId);
        campaigns.beAlone(programId);
        organizations
                .get(owner.organizationId())
                .requireRoom(Limit.MAX_CAMPAIGNS_PER_PROJECT, campaigns.countIn(programId), 1);
        var campaign = new Campaign(owner, programId, description, clock.instant());
        campaigns.persistAndFlush(campaign);
        events.fire(new CampaignEvent.Created(owner, campaign.id(), campaign.createdAt()));
        audit(caller, "campaign.created", campaign);
        return campaign;
    }

    /** @param programId of the only programme that is wanted, which must be there; or null */
    @Transactional
    public Page<Campaign> list(Owner owner, UUID programId, int limit, Edge edge) {
        if (programId != null) {
            programs.get(owner, programId);
        }
        return campaigns.page(owner, programId, limit, edge);
    }

    @Transactional
    public Campaign get(Owner owner, UUID id) {
        return campaigns.require(owner, id);
    }

    /** @param change maps the current description to the new one */
    @Transactional
    public Campaign change(Caller caller, UUID id, UnaryOperator<Description> change) {
        var campaign = campaigns.requireForChange(caller.owner(), id);
        var other = change.apply(campaign.description());
        var now = clock.instant();
        var noted = campaign.hasOtherReadmeThan(other);
        if (campaign.describe(other, now)) {
            audit(caller, "campaign.changed", campaign);
        }
        if (noted) {
            events.fire(new CampaignEvent.ReadmeChanged(caller.owner(), id, other.readme(), now));
        }
        return campaign;
    }

    /** Deletes the campaign and its memberships, as a container and as an item, for good, but not its items. */
    @Transactional
    public Campaign delete(Caller caller, UUID id) {
        var campaign = campaigns.requireForChange(caller.owner(), id);
        campaigns.delete(campaign);
        audit(caller, "campaign.deleted", campaign);
        return campaign;
    }

    private void audit(Caller caller, String action, Campaign campaign) {
        audit.record(
                caller.owner(), caller.userId(), action, campaign.id().toString(), Map.of("name", campaign.name()));
    }
}
