package io.groundswell.account;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All tables with rows of organizations, what is referred to before what refers to it. */
final class OwnedTables {
    private static final OwnedTable ORGANIZATION =
            new OwnedTable("organization", "t.id = :organization", List.of(), false, true);
    private static final OwnedTable USERS = new OwnedTable(
            "app_user",
            "t.id in (select m.user_id from membership m where m.organization_id = :organization)",
            List.of("password_hash"),
            false,
            true);

    private static final List<OwnedTable> ACCOUNT = List.of(
            ORGANIZATION,
            USERS,
            OwnedTable.of("membership"),
            OwnedTable.of("api_key", "key_hash"),
            OwnedTable.of("connected_account", "token"),
            OwnedTable.of("audit_entry"));

    private static final List<OwnedTable> MISSIONS = List.of(
            OwnedTable.of("brand_context"),
            OwnedTable.of("mission"),
            OwnedTable.of("creation"),
            OwnedTable.below("pipeline_job", "mission_id", "mission", "id"),
            OwnedTable.below("mission_emphasis", "mission_id", "mission", "id"),
            OwnedTable.of("kpi_check"),
            OwnedTable.below("kpi_milestone", "mission_id", "mission", "id"),
            OwnedTable.below("calendar_slot", "mission_id", "mission", "id"),
            OwnedTable.of("content"),
            OwnedTable.of("content_tally").thatFollows(),
            OwnedTable.below("media", "content_id", "content", "id").inLargeRows(),
            OwnedTable.of("rewrite_job"),
            OwnedTable.of("written_draft"),
            OwnedTable.of("review_link", "token_hash"),
            OwnedTable.of("sandbox_post"),
            OwnedTable.of("metricool_post"),
            OwnedTable.below("post_watch", "mission_id", "mission", "id"),
            OwnedTable.of("published_post"),
            OwnedTable.of("metric_subject"),
            OwnedTable.of("snapshot"),
            OwnedTable.of("metric_day"),
            OwnedTable.of("metric_gain"),
            OwnedTable.of("mission_day"),
            OwnedTable.of("organization_day"),
            OwnedTable.of("ledger_entry"),
            OwnedTable.of("budget"),
            OwnedTable.of("annotation"),
            OwnedTable.of("export"),
            OwnedTable.below("export_chunk", "export_id", "export", "id").inLargeRows(),
            OwnedTable.of("webhook", "secret", "secret_end", "previous_secret"),
            OwnedTable.of("outbox_event"),
            OwnedTable.of("webhook_delivery"));

    private static final List<OwnedTable> SITES = List.of(
            OwnedTable.of("site"),
            OwnedTable.below("site_usage", "site_id", "site", "id"),
            OwnedTable.of("experiment"),
            OwnedTable.below("former_experiment", "site_id", "site", "id"),
            ofSite("event"),
            ofSite("event_key"),
            ofSite("event_minute"),
            ofSite("automaton_day"),
            ofSite("session"),
            ofSite("user_alias"),
            ofSite("user_erasure"),
            ofSite("visitor"),
            ofSite("visitor_count"),
            ofSite("site_fold"),
            ofSite("event_figure").inLargeRows(),
            ofSite("event_segment"),
            ofSite("event_column").inLargeRows(),
            ofSite("session_fold"),
            ofSite("session_change"),
            ofSite("session_figure").inLargeRows(),
            ofSite("figure_week"));

    private static final List<OwnedTable> CREATORS = List.of(
            OwnedTable.of("program"),
            OwnedTable.of("creator"),
            OwnedTable.below("creator_watch", "program_id", "program", "id"),
            OwnedTable.of("video"),
            OwnedTable.below("video_watch", "program_id", "program", "id"),
            OwnedTable.below("video_comment", "program_id", "program", "id"),
            OwnedTable.of("campaign"),
            OwnedTable.below("campaign_item", "campaign_id", "campaign", "id"),
            OwnedTable.below("source", "program_id", "program", "id", "secret"),
            OwnedTable.of("asked_update"),
            OwnedTable.of("tracked").thatFollows(),
            OwnedTable.below("tracked_snapshot", "id", "tracked", "id").thatFollows(),
            OwnedTable.below("tracked_pause", "id", "tracked", "id").thatFollows(),
            OwnedTable.below("tracked_day", "id", "tracked", "id").thatFollows(),
            OwnedTable.below("creator_day", "creator_id", "tracked", "id").thatFollows(),
            OwnedTable.below("goal", "program_id", "program", "id"),
            OwnedTable.of("alert"),
            OwnedTable.of("payout_method"),
            OwnedTable.of("payout_structure"),
            OwnedTable.below("payout_version", "structure_id", "payout_structure", "id"),
            OwnedTable.below("payout_assignment", "structure_id", "payout_structure", "id"),
            OwnedTable.of("payout_payment"),
            OwnedTable.of("payout_accrual"));

    /** What only requests leave behind, and may be much of. */
    private static final List<OwnedTable> TRACES = List.of(
            OwnedTable.of("endpoint_window"), OwnedTable.of("idempotency_key").inLargeRows());

    /** What has somebody work, and would make more of the rest. */
    private static final Set<String> WORK = Set.of(
            "pipeline_job",
            "rewrite_job",
            "post_watch",
            "kpi_check",
            "creator_watch",
            "video_watch",
            "source",
            "webhook_delivery");

    private OwnedTables() {}

    private static OwnedTable ofSite(String name) {
        return OwnedTable.below(name, "site_number", "site", "number").thatFollows();
    }

    static List<OwnedTable> all() {
        return Stream.of(ACCOUNT, MISSIONS, SITES, CREATORS)
                .flatMap(List::stream)
                .toList();
    }

    /** In the order in which they are emptied: what refers to something before that. */
    static List<OwnedTable> erased() {
        var tables = new ArrayList<>(all());
        Collections.reverse(tables);
        tables.addAll(0, TRACES);
        tables.removeIf(OwnedTable::following);
        // Keeps the order otherwise.
        tables.sort(Comparator.comparing(table -> !WORK.contains(table.name())));
        return tables;
    }
}
