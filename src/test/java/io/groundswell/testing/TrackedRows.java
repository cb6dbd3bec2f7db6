package io.groundswell.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Creators and videos, put straight into the database. */
@ApplicationScoped
public class TrackedRows {
    private final Rows rows;

    TrackedRows(Rows rows) {
        this.rows = rows;
    }

    public String creator(Api.Organization organization, String project, String handle) {
        var id = UUID.randomUUID().toString();
        rows.change(("insert into creator (id, organization_id, mode, program_id, handle, metadata, tracking_mode,"
                        + " tracking_start_date, created_at, updated_at)"
                        + " values ('%s', '%s', 'LIVE', '%s', '%s', '{}', 'AUTO', '2026-01-01', now(), now())")
                .formatted(id, organization.id(), project, handle));
        return id;
    }

    /** @param creator null when nobody knows whose it is */
    public String video(Api.Organization organization, String project, String creator, String title) {
        var id = UUID.randomUUID().toString();
        rows.change(("insert into video (id, organization_id, mode, program_id, creator_id, url, title, metadata,"
                        + " tracking_status, created_at, updated_at)"
                        + " values ('%s', '%s', 'LIVE', '%s', %s, 'https://www.tiktok.com/@a/video/%s', %s, '{}',"
                        + " 'DIRECT_ADD', now(), now())")
                .formatted(
                        id,
                        organization.id(),
                        project,
                        creator == null ? "null" : "'" + creator + "'",
                        id,
                        title == null ? "null" : "'" + title + "'"));
        return id;
    }
}
