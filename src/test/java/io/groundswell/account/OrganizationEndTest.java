package io.groundswell.account;

import static io.groundswell.testing.Api.as;
import static io.groundswell.testing.Api.operator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.groundswell.testing.Api;
import io.groundswell.testing.Filler;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An organization with thousands of rows in many tables is deleted in steps, none of which deletes many of them. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class OrganizationEndTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MANY = 2_500;

    /** What is told apart by what, for a row that is there to become many. */
    private static final Map<String, String> MANIFOLD = Map.ofEntries(
            Map.entry("content", "'id', 'c' || n, 'slot', 100 + n"),
            Map.entry("media", "'id', 'm' || n, 'content_id', 'c' || n"),
            Map.entry("calendar_slot", "'slot', 100 + n"),
            Map.entry("metric_subject", "'subject_id', 's' || n"),
            Map.entry("snapshot", "'at', t.at + n * interval '1 minute'"),
            Map.entry("metric_gain", "'at', t.at + n * interval '1 minute'"),
            Map.entry("metric_day", "'day', t.day + n"),
            Map.entry("outbox_event", "'id', 'e' || n"),
            Map.entry("webhook_delivery", "'id', 'd' || n, 'event_id', 'e' || n"),
            Map.entry("ledger_entry", "'id', -n, 'reference', 'r' || n"),
            Map.entry("audit_entry", "'id', -n"),
            Map.entry("idempotency_key", "'key', 'k' || n"),
            Map.entry("creator", "'id', gen_random_uuid(), 'handle', 'h' || n"),
            Map.entry("video", "'id', gen_random_uuid(), 'platform_id', 'v' || n"),
            Map.entry("video_comment", "'id', 'c' || n"),
            Map.entry("payout_accrual", "'id', gen_random_uuid(), 'reason', 'a' || n"),
            Map.entry("app_user", "'id', 'u' || n, 'email', n || '@example.com', 'external_subject', 'u' || n"),
            Map.entry("membership", "'user_id', 'u' || n"));

    @Inject
    AgroalDataSource database;

    @Inject
    Rows rows;

    private Api.Organization organization;
    private Api.Organization other;

    @BeforeEach
    void fill() throws Exception {
        rows.clear();
        Api.setClock(Instant.parse("2030-03-08T12:00:00Z"));
        var site = Website.open();
        site.tell("2030-03-08T11:00:00Z", "page_view", "ada", "s1");
        organization = site.organization();
        var given = new HashMap<>(Map.of(
                "mode", "'LIVE'",
                "at", "timestamptz '2030-03-08 10:00:00Z'",
                "site.deleted_at", "null",
                "video.tracking_status", "'INCLUDED'",
                "campaign_item.video_id", "null",
                "campaign_item.nested_id", "null",
                "content_tally.n", "0",
                "content_tally.folded", "false",
                "tracked_snapshot.id", "(select id from video)",
                "tracked_day.id", "(select id from video)"));
        given.put("mission.deleted_at", "null");
        try (var connection = database.getConnection()) {
            var filler = new Filler(connection, "row", given);
            filler.know("organization", organization());
            filler.fill(Set.of("server_secret", "revoked_token", "forgotten_site", "tracked_remains"));
        }
        rows.texts(Filler.TABLES).stream().filter(MANIFOLD::containsKey).forEach(this::multiply);
        other = Api.organization();
        count();
    }

    private void multiply(String table) {
        var columns = rows.texts("""
                select quote_ident(attname) from pg_attribute
                where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = ''""".formatted(table));
        rows.change("""
                insert into %1$s (%2$s) overriding system value select %3$s
                from %1$s t cross join generate_series(1, %4$d) n
                cross join lateral jsonb_populate_record(t, jsonb_build_object(%5$s)) r
                where t.ctid = (select ctid from %1$s limit 1)""".formatted(
                table, String.join(", ", columns), "r." + String.join(", r.", columns), MANY, MANIFOLD.get(table)));
    }

    /** Has the database write down how many rows each statement deletes, those of triggers and foreign keys included. */
    private void count() {
        rows.change("create schema probe");
        rows.change("create table probe.deleted (name text, n bigint)");
        rows.change("""
                create function probe.count() returns trigger language plpgsql as
                'begin insert into probe.deleted select tg_table_name, count(*) from gone; return null; end'""");
        rows.texts("select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'"
                        + " and not relispartition and relname <> 'flyway_schema_history'")
                .forEach(table -> rows.change("""
                        create trigger counted after delete on %s referencing old table as gone
                        for each statement execute function probe.count()""".formatted(table)));
    }

    /** Has the deletion of such a row end like one that takes too long. */
    private void timeOut(String table, String which) {
        rows.change("""
                create function probe.time_out() returns trigger language plpgsql as
                'begin raise exception using errcode = ''query_canceled'', message = ''Planned by a test''; end'""");
        rows.change(
                "create trigger timed_out before delete on %s for each row when (%s) execute function probe.time_out()"
                        .formatted(table, which));
    }

    private JsonNode organization() throws Exception {
        return JSON.readTree(
                rows.texts("select to_jsonb(o)::text from organization o where id = '%s'".formatted(organization.id()))
                        .get(0));
    }

    @AfterEach
    void restore() {
        rows.change("drop schema if exists probe cascade");
        Api.resetClock();
        rows.clear();
    }

    @Test
    void no_statement_deletes_more_than_a_bound() {
        delete(200);

        assertThat(rows.count("select max(n) from probe.deleted")).isEqualTo(OrganizationEnd.ROWS);
        MANIFOLD.keySet().forEach(table -> assertThat(
                        rows.count("select sum(n)::bigint from probe.deleted where name = '%s'".formatted(table)))
                .as(table)
                .isGreaterThanOrEqualTo(MANY));
        assertThat(rows.count("select max(n) from probe.deleted where name in ('content', 'media', 'video')"))
                .isEqualTo(OrganizationEnd.LARGE_ROWS);
        assertThat(left()).isEmpty();
        assertThat(rows.count("select count(*) from app_user")).isOne();
        assertThat(rows.texts("select id from organization")).containsExactly(other.id());
        as(other.live()).get("/v1/missions").then().statusCode(200);
    }

    @Test
    void what_breaks_off_leaves_it_suspended_and_goes_on_when_repeated() {
        timeOut("ledger_entry", "old.reference = 'r2000'");

        delete(503);

        operator()
                .get("/internal/organizations/" + organization.id())
                .then()
                .statusCode(200)
                .body("status", equalTo("suspended"));
        assertThat(rows.count("select count(*) from video")).isZero();
        assertThat(rows.count("select count(*) from pipeline_job")).isZero();
        assertThat(rows.count("select count(*) from ledger_entry")).isBetween(1L, MANY + 1L);
        // Everything else is as it was, and nothing of it was half deleted.
        assertThat(rows.count("select count(*) from content")).isEqualTo(MANY + 1);
        assertThat(rows.count("select count(*) from media")).isEqualTo(MANY + 1);
        assertThat(rows.count("select count(*) from audit_entry where id like '-%'"))
                .isEqualTo(MANY);
        as(organization.live()).get("/v1/missions").then().statusCode(403);

        rows.change("drop trigger timed_out on ledger_entry");
        delete(200);

        assertThat(left()).isEmpty();
        operator().get("/internal/organizations/" + organization.id()).then().statusCode(404);
    }

    private void delete(int status) {
        operator().delete("/internal/organizations/" + organization.id()).then().statusCode(status);
    }

    /** Tables with rows of the organization, but for those that rounds empty. */
    private List<String> left() {
        return OwnedTables.erased().stream()
                .map(OwnedTable::name)
                .filter(table -> rows.count("select count(*) from %s t where to_jsonb(t) ->> 'organization_id' = '%s'"
                                .formatted(table, organization.id()))
                        > 0)
                .toList();
    }
}
