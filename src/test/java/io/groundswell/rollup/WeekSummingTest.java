package io.groundswell.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.groundswell.rollup.WeekSum.Week;
import io.groundswell.site.Window;
import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Weeks are added up when they are over and quiet, and read wherever they are wholly asked for. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class WeekSummingTest {
    private static final Instant NOW = Instant.parse("2030-03-08T01:00:00Z");
    private static final LocalDate MONDAY = LocalDate.of(2030, 2, 25);
    private static final Window WEEK = new Window(MONDAY, MONDAY.plusDays(7));
    private static final String STATES =
            "select figures || ' ' || monday || ' ' || state from figure_week where site_number = %d order by 1";

    @Inject
    WeekSumming summing;

    @Inject
    WeekSum sum;

    @Inject
    SummedWeeks weeks;

    @Inject
    EventFold events;

    @Inject
    SessionFold sessions;

    @Inject
    EventFigures eventFigures;

    @Inject
    SessionFigures sessionFigures;

    @Inject
    AskedFigures figures;

    @Inject
    ChangedRows changes;

    @Inject
    AgroalDataSource database;

    @Inject
    Rows rows;

    private Website site;
    private long number;

    @BeforeEach
    void open() {
        Api.setClock(NOW);
        rows.clear();
        // Those of sites that are gone stay for a while.
        rows.change("delete from figure_week");
        site = Website.open();
        number = rows.count("select number from site");
        tell("2030-02-26T10:00:00Z", "s1");
        tell("2030-02-28T10:00:00Z", "s2");
        tell("2030-03-05T10:00:00Z", "s3");
    }

    @AfterEach
    void resetClock() {
        Api.resetClock();
    }

    private void tell(String at, String session) {
        site.tell(at, "page_view", "ada", session, "path", "/a");
        events.step(number, 1_000);
        sessions.step(number, NOW, 1_000);
    }

    private int roundAfter(Duration time) {
        Api.setClock(NOW.plus(time));
        return summing.run(NOW.plus(Duration.ofDays(365)));
    }

    private long pathEvents(Window window) {
        var count = new long[1];
        figures.ask(
                site,
                asked -> count[0] = eventFigures
                        .ranking(asked, window, Dimension.PATH, null, 9)
                        .events());
        return count[0];
    }

    private long entries(Window window) {
        var count = new long[1];
        figures.ask(
                site,
                asked -> count[0] = sessionFigures
                        .groups(asked, window, SessionFigures.By.ENTRY_PAGE, 9)
                        .get(0)
                        .tally()
                        .sessions());
        return count[0];
    }

    @Test
    void the_week_at_hand_waits_to_be_over() {
        assertThat(roundAfter(Duration.ofMinutes(11))).isEqualTo(2);
        assertThat(rows.texts(STATES.formatted(number)))
                .containsExactly(
                        "EVENTS 2030-02-25 SUMMED",
                        "EVENTS 2030-03-04 CHANGED",
                        "SESSIONS 2030-02-25 SUMMED",
                        "SESSIONS 2030-03-04 CHANGED");
        weeks.assertAreTheirDays(number);
        // Sunday is over at midnight.
        assertThat(roundAfter(Duration.between(NOW, Instant.parse("2030-03-10T23:59:00Z"))))
                .isZero();
        assertThat(roundAfter(Duration.between(NOW, Instant.parse("2030-03-11T00:00:00Z"))))
                .isEqualTo(2);
    }

    @Test
    void a_week_that_still_changes_waits_to_be_quiet() {
        assertThat(roundAfter(Duration.ofMinutes(4))).isZero();
        tell("2030-02-27T10:00:00Z", "s4");
        assertThat(roundAfter(Duration.ofMinutes(8))).isZero();
        assertThat(roundAfter(Duration.ofMinutes(10))).isEqualTo(2);
    }

    @Test
    void a_whole_week_is_read_where_it_is_added_up_and_days_are_read_else() {
        // Given
        roundAfter(Duration.ofMinutes(11));
        // When sums are found to be others than they are
        rows.change("update event_figure set events = 1000 where kind < 0 and site_number = " + number);
        rows.change("update session_figure set sessions = 1000 where kind < 0 and site_number = " + number);
        // Then
        assertThat(pathEvents(WEEK)).isEqualTo(1_000);
        assertThat(pathEvents(Window.since(LocalDate.EPOCH))).isEqualTo(1_001);
        assertThat(pathEvents(new Window(MONDAY, MONDAY.plusDays(6)))).isEqualTo(2);
        assertThat(pathEvents(new Window(MONDAY.plusDays(1), MONDAY.plusDays(8))))
                .isEqualTo(2);
        assertThat(entries(WEEK)).isEqualTo(1_000);
        assertThat(entries(Window.since(MONDAY.plusDays(1)))).isEqualTo(3);
    }

    @Test
    void what_comes_late_has_the_week_read_by_days_and_added_up_again() {
        // Given
        roundAfter(Duration.ofMinutes(11));
        // When
        tell("2030-02-25T10:00:00Z", "s5");
        // Then
        assertThat(weeks.count(number, "SUMMED")).isZero();
        assertThat(pathEvents(WEEK)).isEqualTo(3);
        assertThat(entries(WEEK)).isEqualTo(3);
        assertThat(roundAfter(Duration.ofMinutes(70))).isZero();
        assertThat(roundAfter(Duration.ofMinutes(72))).isEqualTo(2);
        assertThat(pathEvents(WEEK)).isEqualTo(3);
        weeks.assertAreTheirDays(number);
    }

    @Test
    void a_user_who_becomes_another_one_leaves_weeks_as_they_are() {
        roundAfter(Duration.ofMinutes(11));

        changes.move(number, "ada", "bob");
        sessions.step(number, NOW, 1_000);

        assertThat(rows.texts(STATES.formatted(number)))
                .contains("EVENTS 2030-02-25 SUMMED", "SESSIONS 2030-02-25 SUMMED");
        weeks.assertAreTheirDays(number);
    }

    @Test
    void one_with_too_many_figures_is_left_until_it_changes() {
        var week = new Week(number, FiguresOf.EVENTS, MONDAY);
        assertThat(sum.step(week, 1)).isOne();
        assertThat(rows.texts(STATES.formatted(number))).contains("EVENTS 2030-02-25 TOO_LARGE");
        assertThat(roundAfter(Duration.ofMinutes(11))).isOne();
        assertThat(pathEvents(WEEK)).isEqualTo(2);

        tell("2030-02-25T10:00:00Z", "s5");

        assertThat(roundAfter(Duration.ofMinutes(72))).isEqualTo(2);
        assertThat(weeks.count(number, "SUMMED")).isEqualTo(2);
    }

    @Test
    void one_that_takes_too_long_is_left_until_it_changes() throws SQLException {
        var week = new Week(number, FiguresOf.EVENTS, MONDAY);
        sum.step(week, SummedWeeks.MOST);
        tell("2030-02-25T10:00:00Z", "s5");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select from event_figure where kind < 0 for update");

            assertThat(sum.step(week, SummedWeeks.MOST)).isOne();

            connection.rollback();
        }
        assertThat(rows.texts(STATES.formatted(number))).contains("EVENTS 2030-02-25 TOO_LARGE");
        assertThat(pathEvents(WEEK)).isEqualTo(3);
    }

    @Test
    void weeks_of_figures_from_before_there_were_weeks_are_found() {
        rows.change("delete from figure_week where site_number = " + number);
        rows.change("update site_fold set weeks_noted = false where site_number = " + number);

        assertThat(roundAfter(Duration.ZERO)).isOne();
        assertThat(roundAfter(Duration.ofMinutes(11))).isEqualTo(2);

        weeks.assertAreTheirDays(number);
        assertThat(rows.texts(STATES.formatted(number))).hasSize(4);
    }

    @Test
    void nothing_is_left_of_weeks_that_are_dropped() {
        roundAfter(Duration.ofMinutes(11));

        changes.dropBefore(number, MONDAY.plusDays(2));

        assertThat(rows.count("select count(*) from event_figure where kind < 0 and site_number = " + number))
                .isZero();
        assertThat(rows.count("select count(*) from session_figure where kind < 0 and site_number = " + number))
                .isZero();
        assertThat(rows.texts(STATES.formatted(number)))
                .containsExactly("EVENTS 2030-03-04 CHANGED", "SESSIONS 2030-03-04 CHANGED");
        assertThat(pathEvents(WEEK)).isOne();
    }

    @Test
    void sums_hold_no_text() {
        roundAfter(Duration.ofMinutes(11));

        assertThat(rows.texts("select distinct value from event_figure where kind < 0 and site_number = " + number))
                .containsExactly("13");
    }
}
