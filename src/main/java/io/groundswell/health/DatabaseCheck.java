package io.groundswell.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The same answer as {@code /ready}, for those who ask as MicroProfile Health has it. */
@Readiness
@ApplicationScoped
class DatabaseCheck implements HealthCheck {
    private final Health health;

    DatabaseCheck(Health health) {
        this.health = health;
    }

    @Override
    public HealthCheckResponse call() {
        var ready = health.ready();
        return HealthCheckResponse.named("groundswell")
                .status(ready.getStatus() == Status.OK.getStatusCode())
                .withData("database", ready.getEntity().checks().database())
                .withData("queue", ready.getEntity().checks().queue())
                .build();
    }
}
