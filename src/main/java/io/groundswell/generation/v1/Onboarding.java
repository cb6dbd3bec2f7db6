package io.groundswell.generation.v1;

import io.groundswell.account.Limit;
import io.groundswell.account.OrganizationService;
import io.groundswell.generation.BrandContext;
import io.groundswell.generation.BrandDescription;
import io.groundswell.generation.BrandService;
import io.groundswell.shared.Caller;
import io.groundswell.wire.limit.EndpointLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Onboarding is limited by the hour; one that fails does not count. */
@ApplicationScoped
class Onboarding {
    private final BrandService brands;
    private final OrganizationService organizations;
    private final EndpointLimits limits;

    Onboarding(BrandService brands, OrganizationService organizations, EndpointLimits limits) {
        this.brands = brands;
        this.organizations = organizations;
        this.limits = limits;
    }

    @Transactional
    public BrandContext run(Caller caller, BrandDescription description) {
        var owner = caller.owner();
        var granted = organizations.get(owner.organizationId()).granted(Limit.ONBOARDINGS_PER_HOUR);
        limits.charge(owner, "POST /onboard", granted);
        return brands.onboard(caller, description);
    }
}
