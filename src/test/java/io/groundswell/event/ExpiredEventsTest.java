package io.groundswell.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is older than a plan keeps is deleted, and nothing else. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ExpiredEventsTest {
    /** A Friday. */
    private static final Instant NOW = Instant.parse("2032-03-05T12:00:00Z");

    private static final String ITS_WEEK = "event_2032w10";

    private static final String FIGURED_SITES = """
            select count(*) from site where number in (
                select site_number from event_figure union select site_number from session_figure)""";

    private static final String FIGURED_DAYS = "select count(*) from session_figure join site on number = site_number";

    @Inject
    Rows rows;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void clear() {
        rows.clear();
        rows.change("delete from event");
        rows.change("delete from session");
        rows.change("delete from automaton_day");
        Api.setClock(NOW);
    }

    @AfterEach
    void resetClock() {
        Api.resetClock();
    }

    @Test
    void each_plan_keeps_what_it_grants() {
        // Given
        tell(site("free", Map.of()), "free");
        tell(site("free", Map.of("site_retention_days", 30)), "longer");
        tell(site("pro", Map.of()), "pro");
        tell(site("pro", Map.of("site_retention_days", -1)), "ever");
        // Then
        workAt("2032-03-12T12:00:00Z");
        assertThat(kept()).containsExactly("ever", "free", "longer", "pro");
        workAt("2032-03-15T00:00:00Z");
        assertThat(kept()).containsExactly("ever", "longer", "pro");
        workAt("2032-04-12T00:00:00Z");
        assertThat(kept()).containsExactly("ever", "pro");
        workAt("2033-04-12T00:00:00Z");
        assertThat(kept()).containsExactly("ever");
    }

    @Test
    void counts_of_automata_go_by_the_day_and_sessions_and_figures_with_the_events() {
        tell(site("free", Map.of()), "free");
        tell(site("pro", Map.of()), "pro");
        rows.change("""
                insert into automaton_day (site_number, day, category, name, requests, events)
                select number, date '2032-03-05', 'SCRIPT', 'curl/', 1, 1 from site""");
        workAt("2032-03-12T23:00:00Z");
        assertThat(rows.count("select count(*) from automaton_day")).isEqualTo(2);
        workAt("2032-03-14T23:00:00Z");
        assertThat(rows.count("select count(*) from automaton_day")).isEqualTo(1);
        assertThat(rows.count("select count(*) from session")).isEqualTo(2);
        assertThat(rows.count(FIGURED_SITES)).isEqualTo(2);
        workAt("2032-03-15T00:00:00Z");
        assertThat(rows.texts("select session_id from session")).containsExactly("pro");
        assertThat(rows.count(FIGURED_SITES)).isEqualTo(1);
    }

    @Test
    void a_session_that_goes_on_is_no_new_one_and_goes_after_its_last_event() {
        // Given
        var site = site("free", Map.of());
        tell(site, "long");
        Api.setClock(Instant.parse("2032-03-08T12:00:00Z"));
        site.tell("2032-03-08T12:00:00Z", "page_view", "ada", "long", "path", "/a");
        // When the week of its first event is over
        workAt("2032-03-15T00:00:00Z");
        assertThat(kept()).containsExactly("long");
        assertThat(rows.count(FIGURED_DAYS)).isZero();
        site.tell("2032-03-15T00:00:00Z", "page_view", "ada", "long", "path", "/b");
        workAt("2032-03-15T02:00:00Z");
        // Then
        assertThat(rows.texts("select session_id || ' ' || events from session"))
                .containsExactly("long 3");
        assertThat(site.ask("/sessions", "since", "7d").getList("sessions")).isEmpty();
        assertThat(site.ask("/stats", "since", "7d").getInt("sessions.total_sessions"))
                .isZero();
        assertThat(rows.count(FIGURED_DAYS)).isZero();
        // When
        workAt("2032-03-22T00:00:00Z");
        assertThat(rows.count("select count(*) from session")).isOne();
        workAt("2032-03-29T00:00:00Z");
        // Then
        assertThat(rows.count("select count(*) from session")).isZero();
        assertThat(rows.count(FIGURED_SITES)).isZero();
    }

    @Test
    void a_site_of_which_nothing_can_be_deleted_keeps_no_other_one_waiting() {
        tell(site("free", Map.of()), "stays");
        tell(site("free", Map.of()), "goes");
        var first = rows.count("select min(number) from site");
        workAt("2032-03-14T23:00:00Z");
        rows.refuse("delete on session", "old.site_number = " + first);
        rows.refuse("delete on event_figure", "old.site_number = " + first);
        try {
            workAt("2032-03-15T00:00:00Z");
        } finally {
            rows.refuseNothing();
        }
        assertThat(rows.texts("select session_id from session")).containsExactly("stays");
        assertThat(rows.count(FIGURED_SITES)).isOne();
    }

    @Test
    void a_week_of_which_nobody_keeps_anything_is_dropped() {
        tell(site("free", Map.of()), "free");
        rows.change(
                "insert into event (site_number, at, seq, name) select number + 1000000, at, seq + 1, event.name from event join site on true");
        workAt("2032-04-08T00:00:00Z");
        assertThat(isThere(ITS_WEEK)).isTrue();
        workAt("2032-04-16T00:00:00Z");
        assertThat(isThere(ITS_WEEK)).isFalse();
        assertThat(kept()).isEmpty();
    }

    @Test
    void a_week_stays_as_long_as_somebody_keeps_something_in_it() {
        tell(site("pro", Map.of("site_retention_days", -1)), "ever");
        workAt("2042-03-05T00:00:00Z");
        assertThat(isThere(ITS_WEEK)).isTrue();
        assertThat(kept()).containsExactly("ever");
    }

    @Test
    void a_week_that_somebody_reads_is_dropped_later_and_nobody_waits_for_it() throws Exception {
        tell(site("free", Map.of()), "free");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeQuery("select count(*) from event");
            var begin = System.nanoTime();
            workAt("2032-05-01T00:00:00Z");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
            assertThat(isThere(ITS_WEEK)).isTrue();
            connection.rollback();
        }
        workAt("2032-05-01T00:00:00Z");
        assertThat(isThere(ITS_WEEK)).isFalse();
    }

    @Test
    void a_dropped_week_is_made_again_when_somebody_tells_of_it() {
        var site = site("free", Map.of());
        tell(site, "free");
        workAt("2032-05-01T00:00:00Z");
        Api.setClock(NOW);
        tell(site, "again");
        assertThat(kept()).containsExactly("again");
    }

    private static Website site(String plan, Map<String, Integer> limits) {
        return Website.in(Api.organization(plan, limits), "shop");
    }

    private static void tell(Website site, String session) {
        site.tell(NOW.toString(), "page_view", "ada", session);
    }

    private static void workAt(String now) {
        Api.setClock(Instant.parse(now));
        Api.work();
    }

    private List<String> kept() {
        return rows.texts("select session_id from event order by 1");
    }

    private boolean isThere(String table) {
        return rows.count("select count(*) from pg_class where relname = '" + table + "'") > 0;
    }
}
