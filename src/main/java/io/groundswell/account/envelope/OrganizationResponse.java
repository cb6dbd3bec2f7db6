package io.groundswell.account.envelope;

import io.groundswell.account.Limit;
import io.groundswell.account.Organization;
import io.groundswell.wire.envelope.Envelope;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The organization that a key belongs to. */
@Schema(description = "The organization that owns everything else.")
record OrganizationResponse(
        String id,
        String name,
        Tier tier,

        @Schema(description = "The zone that it has its days in, a name of the tz database")
        String analyticsTz,

        @Schema(description = "What the plan grants, or the operator instead of it; -1 when there is no limit")
        Map<String, Long> limits,

        String createdAt,
        String updatedAt) {
    static OrganizationResponse of(Organization organization) {
        var limits = new TreeMap<String, Long>();
        Stream.of(Limit.values())
                .filter(Limit::isOfCreators)
                .forEach(limit -> limits.put(limit.toString(), organization.granted(limit)));
        return new OrganizationResponse(
                OrgIds.of(organization.id()).toString(),
                organization.name(),
                Tier.of(organization.plan()),
                organization.timezone(),
                limits,
                Envelope.time(organization.createdAt()),
                Envelope.time(organization.updatedAt()));
    }
}
