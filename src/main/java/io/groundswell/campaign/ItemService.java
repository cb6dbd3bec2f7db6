package io.groundswell.campaign;

import io.groundswell.account.AuditTrail;
import io.groundswell.account.Limit;
import io.groundswell.account.OrganizationService;
import io.groundswell.campaign.Item.Member;
import io.groundswell.database.Edge;
import io.groundswell.program.ProgramService;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Puts creators, videos and campaigns into campaigns, and takes them out. No campaign is ever part of itself. */
@ApplicationScoped
public class ItemService {
    private final Items items;
    private final Campaigns campaigns;
    private final ProgramService programs;
    private final OrganizationService organizations;
    private final AuditTrail audit;
    private final Clock clock;

    ItemService(
            Items items,
            Campaigns campaigns,
            ProgramService programs,
            OrganizationService organizations,
            AuditTrail audit,
            Clock clock) {
        this.items = items;
        this.campaigns = campaigns;
        this.programs = programs;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    /** Leaves out removed and excluded items; when they come back, they are still in the campaign. */
    @Transactional
    public Page<Item> list(Owner owner, UUID campaignId, int limit, Edge edge) {
        campaigns.require(owner, campaignId);
        return items.page(campaignId, limit, edge);
    }

    @Transactional
    public Item add(Caller caller, UUID campaignId, Member member) {
        var owner = caller.owner();
        hold(owner, campaignId, member);
        organizations
                .get(owner.organizationId())
                .requireRoom(Limit.MAX_CAMPAIGN_ITEMS_PER_CAMPAIGN, items.count(campaignId), 1);
        if (member.type() == ItemType.CAMPAIGN && items.holds(member.id(), campaignId)) {
            throw Refusal.of(CampaignError.CIRCULAR_REFERENCE, "The campaign %s would be part of itself", campaignId);
        }
        if (!items.add(owner, campaignId, member, clock.instant())) {
            throw Refusal.of(CampaignError.DUPLICATE, "It is in the campaign already: %s", member);
        }
        changed(caller, "campaign_item.added", campaignId, member);
        return items.find(campaignId, member).orElseThrow();
    }

    /**
     * In an order that all share who put something together or take it apart: the programme, then who is part of whom, then
     * the campaign, then what is put into it.
     */
    private void hold(Owner owner, UUID campaignId, Member member) {
        var programId = campaigns.require(owner, campaignId).programId();
        programs.hold(owner, programId);
        if (member.type() == ItemType.CAMPAIGN) {
            campaigns.nestAlone(programId);
        }
        campaigns.requireForChange(owner, campaignId);
        if (!items.hold(owner, programId, member)) {
            throw Refusal.of(CampaignError.MEMBER_NOT_FOUND, "No such %s in the project of the campaign", member);
        }
    }

    @Transactional
    public Item remove(Caller caller, UUID campaignId, Member member) {
        campaigns.requireForChange(caller.owner(), campaignId);
        var item = items.find(campaignId, member)
                .orElseThrow(() -> Refusal.of(CampaignError.ITEM_NOT_FOUND, "It is not in the campaign: %s", member));
        items.remove(campaignId, member);
        changed(caller, "campaign_item.removed", campaignId, member);
        return item;
    }

    private void changed(Caller caller, String action, UUID campaignId, Member member) {
        audit.record(
                caller.owner(),
                caller.userId(),
                action,
                campaignId.toString(),
                Map.of(
                        "item_type",
                        member.type().toString(),
                        "item_id",
                        member.id().toString()));
    }
}
