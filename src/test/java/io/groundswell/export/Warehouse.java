package io.groundswell.export;

import io.groundswell.shared.Owner;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Rows;
import jakarta.enterprise.context.ApplicationScoped;

/** Very many rows to be exported, put in behind everyone's back. */
@ApplicationScoped
public class Warehouse {
    private final ContentFixture fixture;
    private final Rows rows;

    Warehouse(ContentFixture fixture, Rows rows) {
        this.fixture = fixture;
        this.rows = rows;
    }

    /** Charges in the hours before noon of 15 January 2030, many of them at the same instant. */
    void charges(Owner owner, String mission, int count) {
        rows.change("""
                insert into ledger_entry (organization_id, mode, reference, mission_id, mission_name, job_id, stage, state,
                    provider, type, model, requests, tokens, images, reserved_cents, cost_cents, at)
                select '%s', '%s', 'many-' || n, '%s', 'Launch', 'job_1', 'content', 'SETTLED', 'claude', 'llm', 'opus', 1,
                    n, 0, 20, n %% 50, timestamptz '2030-01-15T06:00:00Z' + (n / 7) * interval '1 second'
                from generate_series(1, %d) n""".formatted(owner.organizationId(), owner.mode().name(), mission, count));
        // A database that has stood for a minute has done so by itself, and would else sort them all for each piece.
        rows.change("analyze ledger_entry");
    }

    /** Posts, each with figures on so many days up to 15 January 2030. */
    void posts(Owner owner, String mission, int posts, int days) {
        var first = fixture.draft(owner, mission);
        var values = new Object[] {first, owner.organizationId(), owner.mode().name(), mission, posts, days};
        rows.change("""
                insert into content select (jsonb_populate_record(c, jsonb_build_object(
                    'id', 'cnt_' || lpad(n::text, 16, '0'), 'slot', 100000 + n, 'status', 'PUBLISHED',
                    'published_at', '2029-10-01T00:00:00Z'))).*
                from content c, generate_series(1, %5$d) n where c.id = '%1$s'""".formatted(values));
        rows.change("delete from content where id = '%1$s'".formatted(values));
        rows.change("""
                insert into published_post select id, organization_id, mode, mission_id, platform, type, 'Craft', 'APIs', 'UTC',
                    published_at from content where mission_id = '%4$s'""".formatted(values));
        rows.change("""
                insert into metric_subject (organization_id, mode, kind, subject_id, zone)
                select organization_id, mode, 'CONTENT', id, 'UTC' from content where mission_id = '%4$s'""".formatted(values));
        rows.change("""
                insert into metric_day (organization_id, mode, kind, subject_id, day, impressions, likes)
                select organization_id, mode, 'CONTENT', id, date '2030-01-15' - d, 100 + d, d
                from content, generate_series(0, %6$d - 1) d where mission_id = '%4$s'""".formatted(values));
    }
}
