package io.groundswell.database;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is put into the database at which version, and what must have become of it at the newest. */
final class UpgradeSteps {
    /** Tables that hold nothing while nothing is deleted. */
    static final Set<String> EMPTY = Set.of("forgotten_site", "tracked_remains");

    /** Tables whose rows versions made, or will make, of others. */
    static final Set<String> DERIVED = Set.of(
            "creation",
            "published_post",
            "mission_day",
            "organization_day",
            "metric_gain",
            "site_fold",
            "session_fold",
            "visitor_count",
            "tracked",
            "creator_watch",
            "video_watch");

    /** Of columns, where a value of their type would not do. */
    static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("mode", "'LIVE'"),
            Map.entry("organization.timezone", "'Europe/Berlin'"),
            Map.entry("organization.plan", "'PRO'"),
            Map.entry("api_key.kind", "'TGA'"),
            Map.entry("mission.objectives", "array['grow']"),
            Map.entry("mission.constraints", "'{\"posts_per_day\": 2}'"),
            Map.entry("content.id", "'item'"),
            Map.entry("content.status", "'PUBLISHED'"),
            Map.entry("content.platform", "'twitter'"),
            Map.entry("content.copy", "'{\"primary\": \"Hello\"}'"),
            Map.entry("content.metadata", "'{\"pillar\": \"people\", \"topic\": \"ada\"}'"),
            Map.entry("content.approvals", "'[{\"user_id\": \"ada\"}]'"),
            Map.entry("content.published_at", "timestamptz '2026-01-05 09:00:00Z'"),
            Map.entry(
                    "pipeline_job.stages", "'{\"OPTIMIZE\": {\"output\": {\"insights\": [{\"type\": \"timing\"}]}}}'"),
            Map.entry("rewrite_job.status", "'PENDING'"),
            Map.entry("metric_subject.kind", "'CONTENT'"),
            Map.entry("metric_subject.subject_id", "'item'"),
            Map.entry("snapshot.reset", "false"),
            Map.entry("metricool_post.reference", "'item:1'"),
            Map.entry("webhook_delivery.tries", "'[]'"),
            Map.entry("event.name", "'$experiment_exposure'"),
            Map.entry("event.properties", "'{\"experiment\": \"cta\", \"variant\": \"new\"}'"),
            Map.entry("creator.removed_at", "null"),
            Map.entry("video.tracking_status", "'INCLUDED'"),
            Map.entry("campaign_item.video_id", "null"),
            Map.entry("campaign_item.nested_id", "null"),
            Map.entry("tracked_snapshot.id", "(select id from video)"),
            Map.entry("tracked_pause.id", "(select id from video)"),
            Map.entry("tracked_day.id", "(select id from video)"),
            Map.entry("payout_payment.accrual_ids", "'[]'"));

    static final Map<String, List<String>> PUT_IN = Map.of(
            "after filling 2",
            List.of("""
                    insert into content select (jsonb_populate_record(c, '{"id": "draft", "slot": 8, "status": "DRAFT",
                        "published_at": null, "approvals": []}')).* from content c"""),
            "after filling 4",
            List.of("update content set earlier_tries = '[1]' where id = 'item'"),
            "after filling 7",
            List.of(
                    "update metric_subject set impressions = 17, likes = 3, comments = 0, shares = 0, saves = 0, link_clicks = 0",
                    "update metric_day set impressions = 17, likes = 3",
                    "update snapshot set impressions = 7",
                    """
                    insert into snapshot select (jsonb_populate_record(s,
                        '{"at": "2026-01-05T12:00:00Z", "impressions": 17}')).* from snapshot s"""),
            "before filling 27",
            List.of("create table event_2026w2 partition of event for values from ('2026-01-05Z') to ('2026-01-12Z')"));

    /** By query. */
    static final Map<String, String> CLAIMS = new LinkedHashMap<>();

    static {
        // V3
        CLAIMS.put(
                "select direction::text from pipeline_job",
                "{\"objectives\": [\"grow\"], \"constraints\": {\"posts_per_day\": 2}}");
        // V4
        CLAIMS.put("select id || ' ' || fresh from content order by 1", "draft true\nitem false");
        CLAIMS.put("select rewrite_job_id from content where id = 'item'", "kept:rewrite_job.id");
        // V5
        CLAIMS.put("select approvals::text from content order by id", "[]\n[{\"user_id\": \"ada\", \"version\": 7}]");
        // V8, and what was made before it counts.
        CLAIMS.put(
                "select what || ' ' || count(*) from creation group by what order by 1",
                "content_generated 2\nmissions_created 1");
        // V11: what was over is told nobody.
        CLAIMS.put("select fanned_out::text from outbox_event", "true");
        // V13
        CLAIMS.put(
                "select earlier_tries::text from content where id = 'item'",
                "[{\"copy\": {\"primary\": \"Hello\"}, \"version\": 1, \"visuals\": {}}]");
        // V15
        CLAIMS.put("select (id like 'aud\\_%') || ' ' || subject from audit_entry", "true kept:audit_entry.subject_id");
        // V18 and V24
        CLAIMS.put(
                "select content_id || ' ' || pillar || ' ' || impressions || ' ' || engagements from published_post",
                "item people 17 3");
        CLAIMS.put("select day || ' ' || platform || ' ' || impressions from mission_day", "2026-01-05 twitter 17");
        CLAIMS.put("select day || ' ' || platform || ' ' || likes from organization_day", "2026-01-05 twitter 3");
        CLAIMS.put("select at at time zone 'UTC' || ' ' || impressions from metric_gain", "2026-01-05 12:00:00 10");
        // V22
        CLAIMS.put("select is_out::text from metricool_post", "true");
        // V28, of the site from before
        CLAIMS.put(
                "select f.seq || ' ' || v.visitors || ' ' || (s.sessions_before is null) from site"
                        + " join site_fold f on f.site_number = number join session_fold s on s.site_number = number"
                        + " join visitor_count v on v.site_number = number",
                "0 0 true");
        // V30, V32 and V33
        CLAIMS.put("select aliased::text from site", "false");
        CLAIMS.put("select experiment || ' ' || variant || ' ' || (arrived_at is null) from event", "cta new true");
        // V35
        CLAIMS.put("select (id ~ '^[0-9a-f-]{36}$')::text from api_key", "true");
        // V37
        CLAIMS.put(
                "select reset_pending::text from creator union all select reset_pending::text from video",
                "false\nfalse");
        // V39
        CLAIMS.put(
                "select kind || ' ' || zone || ' ' || coalesce(counts_for = (select id from creator), false)"
                        + " from tracked order by 1",
                "CREATOR Europe/Berlin false\nVIDEO Europe/Berlin true");
        // V44
        CLAIMS.put("select (due_at is not null and due_period is not null)::text from goal", "true");
        // V50, where the organization is older
        CLAIMS.put(
                "select string_agg(name, ', ' order by created_at desc) from payout_method where seed in ('VENMO', 'CASH_APP', 'PAYPAL')",
                "Venmo, Cash App, PayPal");
        // V52
        CLAIMS.put(
                "select (due_at is null)::text from creator_watch union all select (due_at is null)::text from video_watch",
                "true\ntrue");
        // V54
        CLAIMS.put(
                "select posted_local::text from measured_video((select id from program), null, null, '{-infinity}', '{3600}')",
                "2026-01-05 11:00:00");
        // V59
        CLAIMS.put("select learned::text from pipeline_job", "[{\"type\": \"timing\"}]");
        // V60
        CLAIMS.put("select segmented::text from site_fold", "0");
        // V61, of the site from before
        CLAIMS.put("select weeks_noted::text from site_fold", "false");
    }

    private UpgradeSteps() {}
}
