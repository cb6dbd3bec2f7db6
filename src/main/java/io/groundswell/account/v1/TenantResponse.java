package io.groundswell.account.v1;

import io.groundswell.account.Organization;
import io.groundswell.account.OrganizationConfig;
import io.groundswell.account.Plan;
import io.groundswell.wire.v1.V1;
import jakarta.annotation.Nullable;
import java.util.Optional;

/** The tenant object. */
record TenantResponse(
        String id,
        String name,
        String slug,
        Organization.Status status,
        Plan plan,
        String timezone,
        Config config,
        Usage usage,
        String createdAt,
        String updatedAt) {

    record Config(
            Metricool metricool,
            OrganizationConfig.ProviderRouting providerRouting,
            OrganizationConfig.CostLimits costLimits,
            OrganizationConfig.Approval approval) {}

    record Metricool(
            boolean enabled,
            @Nullable String token,
            @Nullable String blogId) {
        private static final String SEALED = "********";

        static Metricool of(Optional<String> blogId) {
            return new Metricool(blogId.isPresent(), blogId.map(any -> SEALED).orElse(null), blogId.orElse(null));
        }
    }

    record Usage(CurrentMonth.Counts currentMonth) {}

    /** @param blogId of the brand at Metricool, empty when that is not connected */
    static TenantResponse of(Organization organization, Optional<String> blogId, CurrentMonth.Counts month) {
        var config = organization.config();
        return new TenantResponse(
                organization.id(),
                organization.name(),
                organization.slug(),
                organization.status(),
                organization.plan(),
                organization.timezone(),
                new Config(Metricool.of(blogId), config.providerRouting(), config.costLimits(), config.approval()),
                new Usage(month),
                V1.time(organization.createdAt()),
                V1.time(organization.updatedAt()));
    }
}
