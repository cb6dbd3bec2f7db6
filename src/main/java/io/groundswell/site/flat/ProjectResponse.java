package io.groundswell.site.flat;

import io.groundswell.site.Site;
import io.groundswell.site.SiteUsage;
import io.groundswell.wire.flat.Flat;

/** A project with what was done with it today, in UTC. */
record ProjectResponse(
        String id,
        String name,
        String projectToken,
        String allowedOrigins,
        long totalEvents,
        long totalReads,
        UsageToday usageToday,
        String createdAt) {

    record UsageToday(long events, long reads) {}

    static ProjectResponse of(Site site, SiteUsage.Day today) {
        return new ProjectResponse(
                site.id(),
                site.name(),
                site.token(),
                site.allowedOrigins().toString(),
                site.totalEvents(),
                site.totalReads(),
                new UsageToday(today.events(), today.reads()),
                Flat.time(site.createdAt()));
    }
}
