package io.groundswell.site.flat;

import io.groundswell.site.Site;
import io.groundswell.wire.flat.Flat;

/** A project in the list of all. */
record ListedProject(
        String id,
        String name,
        String projectToken,
        String allowedOrigins,
        long totalEvents,
        long totalReads,
        String createdAt) {
    static ListedProject of(Site site) {
        return new ListedProject(
                site.id(),
                site.name(),
                site.token(),
                site.allowedOrigins().toString(),
                site.totalEvents(),
                site.totalReads(),
                Flat.time(site.createdAt()));
    }
}
