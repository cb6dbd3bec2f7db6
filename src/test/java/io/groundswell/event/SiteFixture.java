package io.groundswell.event;

import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.Tracker;
import java.util.UUID;

/** Sites to tell events to. */
final class SiteFixture {
    private SiteFixture() {}

    static Tracker open(Rows rows, Api.Organization organization) {
        var token = "aat_" + UUID.randomUUID();
        rows.change("""
                insert into site (id, organization_id, name, token, allowed_origins, created_at, total_events, total_reads)
                values ('%s', '%s', 'shop', '%s', '*', now(), 0, 0)""".formatted(UUID.randomUUID(), organization.id(), token));
        return new Tracker(token);
    }
}
