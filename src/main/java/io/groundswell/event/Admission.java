package io.groundswell.event;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.Limit;
import io.groundswell.database.Sql;
import io.groundswell.shared.Refusal;
import io.groundswell.site.MeasuredSite;
import io.groundswell.site.MeasuredSites;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Decides which deliveries of a batch are taken: those of known sites, from their origins, within their limits. */
@ApplicationScoped
class Admission {
    private static final Sql COUNT = Sql.file(Admission.class, "count-requests.sql");

    private final MeasuredSites sites;
    private final LifetimeLimit lifetime;
    private final AgroalDataSource database;
    private final Clock clock;

    Admission(MeasuredSites sites, LifetimeLimit lifetime, AgroalDataSource database, Clock clock) {
        this.sites = sites;
        this.lifetime = lifetime;
        this.database = database;
        this.clock = clock;
    }

    /** A delivery that is taken. */
    record Admitted(Delivery delivery, MeasuredSite site) {}

    /** @param refused gets those that are not taken, each with the reason */
    List<Admitted> of(List<Delivery> deliveries, Map<Delivery, Refusal> refused) {
        return among(deliveries, sites.hold(tokens(deliveries)), refused);
    }

    /**
     * The same without waiting.
     *
     * @param putAside gets those whose sites somebody else holds
     */
    List<Admitted> ofFree(List<Delivery> deliveries, Map<Delivery, Refusal> refused, List<Delivery> putAside) {
        var found = sites.tryHold(tokens(deliveries));
        if (found.busy().isEmpty()) {
            return among(deliveries, found.held(), refused);
        }
        var free = new ArrayList<Delivery>();
        deliveries.forEach(delivery -> (found.busy().contains(delivery.token()) ? putAside : free).add(delivery));
        return among(free, found.held(), refused);
    }

    private static Set<String> tokens(List<Delivery> deliveries) {
        return deliveries.stream().map(Delivery::token).collect(Collectors.toSet());
    }

    private List<Admitted> among(
            List<Delivery> deliveries, Map<String, MeasuredSite> held, Map<Delivery, Refusal> refused) {
        var known = new ArrayList<Admitted>();
        for (var delivery : deliveries) {
            var site = held.get(delivery.token());
            if (site == null) {
                refused.put(delivery, Refusal.of(EventError.INVALID_TOKEN, "There is no project with this token"));
            } else if (!site.origins().allows(delivery.origin())) {
                refused.put(
                        delivery,
                        Refusal.of(EventError.ORIGIN_NOT_ALLOWED, "The project does not take events from this origin"));
            } else {
                known.add(new Admitted(delivery, site));
            }
        }
        var organizations = new TreeMap<String, MeasuredSite>();
        known.forEach(admitted -> organizations.put(admitted.site().organizationId(), admitted.site()));
        organizations.values().forEach(site -> limit(site, known, refused));
        return known;
    }

    /** @param any of an organization's sites, which have their limits together */
    private void limit(MeasuredSite any, List<Admitted> known, Map<Delivery, Refusal> refused) {
        var perMinute = any.granted(Limit.SITE_REQUESTS_PER_MINUTE);
        if (perMinute != Limit.UNLIMITED) {
            refuseHasty(any.organizationId(), perMinute, known, refused);
        }
        var events = any.granted(Limit.SITE_EVENTS);
        if (events != Limit.UNLIMITED) {
            lifetime.refuseSurplus(any.organizationId(), events, known, refused);
        }
    }

    private void refuseHasty(
            String organizationId, long perMinute, List<Admitted> known, Map<Delivery, Refusal> refused) {
        var now = clock.instant();
        var before = SiteCounts.of(
                        known.stream()
                                .filter(admitted -> admitted.delivery().counts())
                                .filter(admitted ->
                                        admitted.site().organizationId().equals(organizationId))
                                .toList(),
                        admitted -> admitted.site().number())
                .add(COUNT, database, "minute", now.truncatedTo(ChronoUnit.MINUTES));
        known.removeIf(admitted -> {
            var number = admitted.site().number();
            var hasty = admitted.delivery().counts()
                    && before.containsKey(number)
                    && before.merge(number, 1L, Long::sum) > perMinute;
            if (hasty) {
                refused.put(admitted.delivery(), hasty(perMinute, now));
            }
            return hasty;
        });
    }

    private static Refusal hasty(long perMinute, Instant now) {
        return Refusal.later(
                EventError.RATE_LIMIT,
                Duration.between(now, now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES)),
                "More than %d requests in this minute. Try again when it is over",
                perMinute);
    }
}
