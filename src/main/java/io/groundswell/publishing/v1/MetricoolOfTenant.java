package io.groundswell.publishing.v1;

import io.groundswell.account.v1.PublishesBy;
import io.groundswell.publishing.metricool.MetricoolService;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Tells the tenant object whether Metricool is connected. */
@ApplicationScoped
class MetricoolOfTenant implements PublishesBy {
    private final MetricoolService metricool;

    MetricoolOfTenant(MetricoolService metricool) {
        this.metricool = metricool;
    }

    @Override
    public Optional<String> blogId(Owner owner) {
        return metricool.find(owner).map(connected -> MetricoolResource.PREFIX + connected.blogId());
    }
}
