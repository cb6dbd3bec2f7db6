package io.groundswell.export.v1;

import io.groundswell.account.Limit;
import io.groundswell.account.OrganizationService;
import io.groundswell.export.ExportService;
import io.groundswell.shared.Caller;
import io.groundswell.wire.limit.EndpointLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Counts orders and takes them, in one commit: what is refused does not count. Other orders of the organization wait for that commit,
 * so nothing is made before it.
 */
@ApplicationScoped
class ExportDesk {
    private final ExportService exports;
    private final ExportForms forms;
    private final OrganizationService organizations;
    private final EndpointLimits limits;

    ExportDesk(ExportService exports, ExportForms forms, OrganizationService organizations, EndpointLimits limits) {
        this.exports = exports;
        this.forms = forms;
        this.organizations = organizations;
        this.limits = limits;
    }

    @Transactional
    ExportService.Ordered take(Caller caller, ExportForm form) {
        var owner = caller.owner();
        var organization = organizations.get(owner.organizationId());
        limits.charge(owner, "POST /analytics/export", organization.granted(Limit.EXPORTS_PER_HOUR));
        return exports.order(caller, forms.order(owner, form));
    }
}
