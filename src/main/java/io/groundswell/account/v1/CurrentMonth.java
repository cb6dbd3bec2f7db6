package io.groundswell.account.v1;

import io.groundswell.account.Creations;
import io.groundswell.account.OrganizationService;
import io.groundswell.account.UsageCounter;
import io.groundswell.shared.Caller;
import io.groundswell.wire.limit.RateLimits;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What an organization used since the first of the month, in its own zone. */
@ApplicationScoped
class CurrentMonth {
    private final OrganizationService organizations;
    private final Creations creations;
    private final List<UsageCounter> counters;
    private final RateLimits calls;
    private final Clock clock;

    CurrentMonth(
            OrganizationService organizations,
            Creations creations,
            @All List<UsageCounter> counters,
            RateLimits calls,
            Clock clock) {
        this.organizations = organizations;
        this.creations = creations;
        this.counters = counters;
        this.calls = calls;
        this.clock = clock;
    }

    record Counts(long missionsCreated, long contentGenerated, long apiCalls, long costCents) {}

    Counts of(Caller caller) {
        var zone = organizations.zone(caller.owner());
        var start = clock.instant()
                .atZone(zone)
                .toLocalDate()
                .withDayOfMonth(1)
                .atStartOfDay(zone)
                .toInstant();
        return new Counts(
                creations.since(caller.owner(), "missions_created", start),
                creations.since(caller.owner(), "content_generated", start),
                calls.total(caller.rateSubject(), start),
                count("cost_cents", caller, start));
    }

    private long count(String name, Caller caller, Instant start) {
        return counters.stream()
                .filter(counter -> counter.name().equals(name))
                .mapToLong(counter -> counter.since(caller.owner(), start))
                .sum();
    }
}
