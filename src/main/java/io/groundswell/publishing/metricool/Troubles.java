package io.groundswell.publishing.metricool;

import io.groundswell.publishing.PublishFailure;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;

/** What failures of Metricool mean to publishing. */
@ApplicationScoped
class Troubles {
    private final MetricoolLogins logins;

    Troubles(MetricoolLogins logins) {
        this.logins = logins;
    }

    PublishFailure told(Owner owner, MetricoolFailure failure) {
        logins.failed(owner, failure);
        return switch (failure.kind()) {
            case LIMITED -> PublishFailure.limited(failure.getMessage(), failure.retryAfter());
            case REFUSED, REFUSED_TOKEN, GONE -> PublishFailure.permanent(failure.getMessage());
            case UNREACHED, UNKNOWN -> PublishFailure.passing(failure.getMessage(), failure);
        };
    }
}
