package io.groundswell.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A site whose first rows come all at once is not in the statistics of the database, which takes it for one row then. No statement may have
 * all of the site's rows looked through once for each of some keys because of that.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class NewSiteTest extends PlansTest {
    private static final String KNOWN = "-1";
    private static final String NEW = "-2";

    /** Rows of the site that statistics know, by table. */
    private static final Map<String, String> ROWS = Map.of(
            "event (site_number, at, seq, name, user_key, session_key, properties)",
            "timestamptz '2031-01-06Z' + g * interval '1 s', g, 'page_view', g / 20, g / 5, '{}'",
            "session (site_number, session_key, session_id, user_key, start_at, end_at, events, interactive)",
            "g, 'session', g / 4, timestamptz '2031-01-06Z' + g * interval '5 s', timestamptz '2031-01-07Z', 5, 1",
            "session_change (site_number, session_key)",
            "g",
            "visitor (site_number, user_key, number)",
            "g, g",
            "event_figure (site_number, name_key, kind, day, value_key, events)",
            "g / 5000, g % 9, date '2031-01-06' + g % 7, gen_random_uuid(), 1",
            "session_figure (site_number, kind, day, value_key, sessions, bounces, duration, events)",
            "g % 9, date '2031-01-06' + g % 7, gen_random_uuid(), 1, 0, 0, 1",
            "event_column (site_number, last_seq, name, stored)",
            "g / 20, g::text, ''",
            "event_segment (site_number, first_seq, last_seq, first_day, last_day, whole)",
            "g, g, date '2031-01-06', date '2031-01-06', true");

    /** Tables with one row for each site. */
    private static final Set<String> ONE_ROW = Set.of("site_fold", "session_fold", "visitor_count");

    private static final int MANY = 20_000;

    /** What may, and why. */
    private static final Map<String, String> ALLOWED = Map.of(
            "rollup.EventFigureTable.DELETE_EMPTY",
                    "compares those alone that have nothing left, when a user is erased",
            "rollup.SessionFigureTable.DELETE_EMPTY", "compares those alone that have nothing left");

    @BeforeEach
    void fill() throws SQLException {
        makeWeek();
        for (var rows : ROWS.entrySet()) {
            run("insert into %s select %s, %s from generate_series(1, %d) g"
                    .formatted(rows.getKey(), KNOWN, rows.getValue(), MANY));
            run("analyze " + table(rows.getKey()));
        }
    }

    private static String table(String described) {
        return described.substring(0, described.indexOf(' '));
    }

    @Test
    void no_statement_looks_through_a_new_site_for_each_key() throws Exception {
        var keys = DistributionTest.keys().keySet();
        var found = new TreeMap<String, String>();
        for (var one : Statements.all().entrySet()) {
            if (DistributionTest.isAbout(one.getValue(), keys)) {
                var statement = one.getValue().replaceAll("site_number = \\?(?!\\?)", "site_number = " + NEW);
                if (isLookedThrough(Statements.plan(connection, statement))) {
                    found.put(one.getKey(), statement);
                }
            }
        }
        found.keySet().removeAll(ALLOWED.keySet());
        assertThat(found).isEmpty();
    }

    @Test
    void what_looks_through_a_new_site_is_found() throws Exception {
        // What the planner would rather do depends on what other tests left.
        run("set local enable_hashjoin = off");
        run("set local enable_mergejoin = off");
        for (var statement : List.of(
                "select from unnest(cast(? as bigint[]), cast(? as date[])) k (name, day)"
                        + " join event_figure f on f.site_number = -2 and f.name_key = k.name and f.day = k.day",
                "select from event_figure f join event_figure o on o.site_number = -2 and o.day = f.day and o.kind = f.kind"
                        + " where f.site_number = -2",
                "select from session_figure f where f.site_number = -2 and f.value_key in ("
                        + "select n.value_key from session_figure n where n.site_number = -2 limit 9)")) {
            assertThat(isLookedThrough(Statements.plan(connection, statement)))
                    .as(statement)
                    .isTrue();
        }
        assertThat(isLookedThrough(Statements.plan(
                        connection,
                        "select from unnest(cast(? as bigint[])) k"
                                + " join session s on s.site_number = -2 and s.session_key = k")))
                .isFalse();
    }

    private static boolean isLookedThrough(JsonNode plan) {
        return isLookedThrough(plan, false);
    }

    /** @param often whether it may run, or have its rows compared, more than once */
    private static boolean isLookedThrough(JsonNode node, boolean often) {
        if (often && isAboutTheSiteAlone(node)) {
            return true;
        }
        for (var part : node.path("Plans")) {
            if (isLookedThrough(part, often || runsOften(part, node))) {
                return true;
            }
        }
        return false;
    }

    private static boolean runsOften(JsonNode part, JsonNode of) {
        var place = part.path("Parent Relationship").asText();
        if (place.equals("SubPlan")) {
            return !of.path("Filter")
                    .asText()
                    .contains("hashed " + part.path("Subplan Name").asText());
        }
        return of.path("Node Type").asText().equals("Nested Loop")
                && !ONE_ROW.contains(
                        of.path("Plans").path(0).path("Relation Name").asText())
                && (place.equals("Inner") || of.path("Join Filter").asText().contains(" = "));
    }

    private static boolean isAboutTheSiteAlone(JsonNode scan) {
        var table = scan.path("Relation Name").asText().replaceFirst("^event_\\d+w\\d+$", "event");
        var tables = ROWS.keySet().stream().map(NewSiteTest::table);
        var alone = Pattern.compile("[()]*(\\w+\\.)?site_number = [('-]*2[)']*(::\\w+)?[()]*");
        return tables.anyMatch(table::equals)
                && alone.matcher(scan.path("Index Cond").asText()).matches();
    }
}
