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

    /** Whether members may lend their yes to people outside. */
    boolean takeLinks(Owner owner) {
        return policy(owner).reviewLinks();
    }

    /** An item that waited too long may also be approved by those who were notified of that. */
    void require(Content content, String userId) {
        var policy = policy(content.owner());
        var free = policy.approvers().isEmpty() || policy.approvers().contains(userId);
        if (!free && !mayStepIn(policy, content, userId)) {
            throw Refusal.of(ContentError.NOT_AN_APPROVER, "Only the organization's approvers may approve content");
        }
    }

    private static boolean mayStepIn(Approval policy, Content content, String userId) {
        return content.review().escalatedAt() != null
                && policy.escalation() != null
                && policy.escalation().notified().contains(userId);
    }

    private Approval policy(Owner owner) {
        return organizations.get(owner.organizationId()).config().approval();
    }
}
