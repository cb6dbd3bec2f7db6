package io.groundswell.site.flat;

import io.groundswell.site.Site;

/** A project as it is after a change. */
record ChangedProject(String id, String name, String projectToken, String allowedOrigins) {
    static ChangedProject of(Site site) {
        return new ChangedProject(
                site.id(), site.name(), site.token(), site.allowedOrigins().toString());
    }
}
