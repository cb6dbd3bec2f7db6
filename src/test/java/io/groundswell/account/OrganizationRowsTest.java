package io.groundswell.account;

import static io.groundswell.testing.Api.operator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.groundswell.shared.PublicId;
import io.groundswell.testing.Api;
import io.groundswell.testing.Filler;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An organization with a row in every table there is: all of them are copied, and none is left when it is deleted. Tables are those that the
 * database tells, so that a new one is not forgotten.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class OrganizationRowsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2030-03-08T12:00:00Z");

    /** Tables without rows of organizations. */
    private static final Map<String, String> OF_THE_SERVER = Map.of(
            "server_secret", "The server's own",
            "revoked_token", "Ids of sessions that ended, until they would have",
            "forgotten_site", "What is still to be erased",
            "tracked_remains", "What is still to be erased");
    /** Tables of what requests and work leave behind, which is none of an organization's data. */
    private static final Map<String, String> TRACES = Map.of(
            "rate_window", "Counts of requests, for 62 days",
            "in_flight", "Counts of requests that are being answered",
            "endpoint_window", "Counts of calls, for some hours",
            "idempotency_key", "Answers, sealed, for a day",
            "open_stream", "Places of streams that are open",
            "series_change", "Marks for answers that are kept, for 15 minutes");

    @Inject
    AgroalDataSource database;

    @Inject
    OrganizationCopy copy;

    @Inject
    Rows rows;

    /** In all texts. */
    private final String mark = PublicId.random(10);

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    private Api.Organization organization;
    private Map<String, JsonNode> filled;

    @BeforeEach
    void fill() throws Exception {
        rows.clear();
        Api.setClock(NOW);
        // So that there is a week for events.
        var site = Website.open();
        site.tell("2030-03-08T11:00:00Z", "page_view", "ada", "s1");
        organization = site.organization();
        var given = new HashMap<>(Map.of(
                "mode", "'LIVE'",
                "at", "timestamptz '2030-03-08 10:00:00Z'",
                "rate_window.subject", "'%s LIVE'".formatted(organization.id()),
                "in_flight.subject", "'%s LIVE'".formatted(organization.id()),
                "site.deleted_at", "null",
                "mission.deleted_at", "null",
                "video.tracking_status", "'INCLUDED'",
                "campaign_item.video_id", "null",
                "campaign_item.nested_id", "null"));
        // As many as there are items with what is made up for it.
        given.put("content_tally.n", "0");
        given.put("content_tally.folded", "false");
        given.put("tracked_snapshot.id", "(select id from video)");
        given.put("tracked_day.id", "(select id from video)");
        try (var connection = database.getConnection()) {
            var filler = new Filler(connection, mark, given);
            var known = rows.texts(
                    "select to_jsonb(o)::text from organization o where id = '%s'".formatted(organization.id()));
            filler.know("organization", JSON.readTree(known.get(0)));
            filler.fill(OF_THE_SERVER.keySet());
            filled = filler.rows();
        }
    }

    @AfterEach
    void restore() {
        threads.shutdownNow();
        Api.resetClock();
        // Nothing can be done with what was made up.
        rows.clear();
    }

    @Test
    void every_table_with_rows_of_organizations_is_copied() {
        var copied = new TreeSet<String>();
        OwnedTables.all().forEach(table -> assertThat(copied.add(table.name())).isTrue());
        var expected = new TreeSet<>(tables());
        expected.removeAll(OF_THE_SERVER.keySet());
        expected.removeAll(TRACES.keySet());
        assertThat(copied).isEqualTo(expected);
    }

    @Test
    void secrets_and_hashes_of_them_are_withheld() {
        var secret = rows.texts("""
                select table_name || '.' || column_name from information_schema.columns
                where table_schema = 'public' and column_name ~ '(secret|password|hash|token)'""").stream()
                .filter(column -> OwnedTables.all().stream().anyMatch(table -> column.startsWith(table.name() + ".")))
                .toList();
        var withheld = OwnedTables.all().stream()
                .flatMap(table -> table.withheld().stream().map(column -> table.name() + "." + column))
                .toList();
        // Every page of a site shows its token.
        assertThat(secret)
                .filteredOn(column -> !column.matches("site\\.token|ledger_entry\\.tokens"))
                .containsExactlyInAnyOrderElementsOf(withheld);
    }

    @Test
    void all_of_it_is_copied_and_nothing_of_others() throws Exception {
        var other = Api.organization();

        var answer = operator().get("/internal/organizations/" + organization.id() + "/export");

        var lines = new ArrayList<JsonNode>();
        for (var line : answer.then().statusCode(200).extract().asString().split("\n")) {
            lines.add(JSON.readTree(line));
        }
        var tables = new TreeMap<String, Integer>();
        var told = lines.subList(1, lines.size() - 1);
        told.forEach(line -> tables.merge(line.path("table").asText(), 1, Integer::sum));
        assertThat(tables.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        OwnedTables.all().stream().map(OwnedTable::name).toList());
        assertThat(lines.get(0).path("organization_id").asText()).isEqualTo(organization.id());
        assertThat(lines.get(lines.size() - 1).path("rows").asInt()).isEqualTo(told.size());
        assertThat(answer.asString())
                .doesNotContain(other.id())
                .doesNotContain("key_hash")
                .doesNotContain("password_hash");
        var mission = told.stream()
                .filter(line -> line.path("table").asText().equals("mission"))
                .findFirst();
        assertThat(mission)
                .map(line -> line.path("row").path("name"))
                .contains(filled.get("mission").path("name"));
    }

    @Test
    void a_copy_that_takes_too_long_breaks_off_before_its_last_line() {
        var out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> copy.write(organization.id(), out, Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is not copied in time; it was at table organization");
        assertThat(out.toString()).contains("organization_id").doesNotContain("\"rows\"");
    }

    @Test
    void two_are_copied_at_a_time() throws Exception {
        var begun = new CountDownLatch(2);
        var read = new CountDownLatch(1);
        var copies = new ArrayList<Future<?>>();
        for (var number = 0; number < 2; number++) {
            copies.add(threads.submit(() -> {
                copy.write(organization.id(), new SlowReader(begun, read));
                return null;
            }));
        }
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        operator()
                .get("/internal/organizations/" + organization.id() + "/export")
                .then()
                .statusCode(429)
                .header("Retry-After", "60")
                .body("error.code", equalTo("rate_limit_exceeded"));

        read.countDown();
        for (var one : copies) {
            one.get(10, TimeUnit.SECONDS);
        }
        operator()
                .get("/internal/organizations/" + organization.id() + "/export")
                .then()
                .statusCode(200);
    }

    /** Takes nothing until it is let. */
    private static final class SlowReader extends OutputStream {
        private final CountDownLatch begun;
        private final CountDownLatch read;
        private boolean first = true;

        private SlowReader(CountDownLatch begun, CountDownLatch read) {
            this.begun = begun;
            this.read = read;
        }

        @Override
        public void write(int one) throws IOException {
            if (first) {
                first = false;
                begun.countDown();
            }
            try {
                if (!read.await(10, TimeUnit.SECONDS)) {
                    throw new IOException("Nobody reads");
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    @Test
    void nothing_is_left_of_one_that_is_deleted() {
        var all = new TreeSet<>(tables());
        all.removeAll(OF_THE_SERVER.keySet());
        assertThat(traces().keySet()).as("Tables that this test could not fill").isEqualTo(all);

        operator().delete("/internal/organizations/" + organization.id()).then().statusCode(200);
        Api.work();

        assertThat(TRACES.keySet()).containsAll(traces().keySet());
        Api.setClock(NOW.plus(Duration.ofDays(63)));
        // Of their age the database's own clock decides.
        rows.change("update series_change set changed_at = changed_at - interval '1 hour'");
        Api.work();
        assertThat(traces()).isEmpty();
    }

    private List<String> tables() {
        return rows.texts(Filler.TABLES);
    }

    /** Tables with rows in which something stands that was the organization's. */
    private Map<String, Long> traces() {
        var marks = new TreeSet<String>(List.of(organization.id(), mark + ":"));
        filled.values()
                .forEach(row -> row.forEach(value -> {
                    if (value.asText().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
                        marks.add(value.asText());
                    }
                }));
        var number = filled.get("site").path("number").asText();
        var traces = new TreeMap<String, Long>();
        for (var table : tables()) {
            var count = rows.count("""
                    select count(*) from %s t cross join lateral (select to_jsonb(t) as row) j
                    where j.row ->> 'site_number' = '%s' or j.row::text ~ '%s'""".formatted(table, number, String.join("|", marks)));
            if (count > 0) {
                traces.put(table, count);
            }
        }
        return traces;
    }
}
