package io.groundswell.content;

import io.groundswell.account.OrganizationConfig.Approval;
import io.groundswell.account.OrganizationService;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;

/** Whose yes counts, and how many it takes. */
@ApplicationScoped
class Approvers {
    private final OrganizationService organizations;

    Approvers(OrganizationService organizations) {
        this.organizations = organizations;
    }

    int needed(Owner owner) {
        return policy(owner).minApprovals();
    }

    void require(Content content, String userId) {
        var policy = policy(content.owner());
        if (!policy.approvers().isEmpty() && !policy.approvers().contains(userId)) {
            throw Refusal.of(ContentError.NOT_AN_APPROVER, "Only the organization's approvers may approve content");
        }
    }

    private Approval policy(Owner owner) {
        return organizations.get(owner.organizationId()).config().approval();
    }
}
