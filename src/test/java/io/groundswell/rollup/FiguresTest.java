package io.groundswell.rollup;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.event.KeyHash;
import io.groundswell.site.Window;
import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures are those of a plain count, whatever is folded, in whatever steps, whatever is added up, and whatever is corrected meanwhile. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class FiguresTest {
    private static final Instant NOW = Instant.parse("2030-03-08T01:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2030, 3, 8);
    private static final List<Window> WINDOWS = List.of(
            Window.since(LocalDate.EPOCH), new Window(TODAY.minusDays(9), TODAY.minusDays(1)), Window.since(TODAY));
    private static final int STEPS = 30;

    @Inject
    AskedFigures figures;

    @Inject
    EventFold events;

    @Inject
    SessionFold sessions;

    @Inject
    SessionFigures sessionFigures;

    @Inject
    EventFigures eventFigures;

    @Inject
    ChangedRows changes;

    @Inject
    SummedWeeks weeks;

    @Inject
    Rows rows;

    private final ToldSite told = new ToldSite();
    private Website site;
    private String id;
    private long number;

    @BeforeEach
    void open() {
        Api.setClock(NOW);
        rows.clear();
        site = Website.open();
        id = site.id();
        number = rows.count("select number from site");
    }

    @AfterEach
    void resetClock() {
        Api.resetClock();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void figures_are_those_of_a_plain_count_at_every_moment(long seed) {
        var random = new Random(seed);
        var visits = new AnyVisits(random, NOW);
        var summed = 0;
        for (var step = 0; step < STEPS; step++) {
            switch (random.nextInt(5)) {
                case 0, 1 -> tell(visits, 30);
                case 2 -> events.step(number, 1 + random.nextInt(40));
                case 3 -> sessions.step(number, NOW.minusSeconds(3_600L * random.nextInt(72)), 1 + random.nextInt(8));
                default -> correct(random);
            }
            if (random.nextInt(3) > 0) {
                summed += weeks.sumSome(number, random);
            }
            figures.assertSame(site, told, windows(random));
            weeks.assertAreTheirDays(number);
        }
        assertThat(summed).isGreaterThan(5);
        foldAll();
        figures.assertSame(site, told, WINDOWS);
        weeks.sumAll(number);
        assertThat(weeks.count(number, "CHANGED")).isZero();
        figures.assertSame(site, told, windows(random));
        weeks.assertAreTheirDays(number);
        assertThat(rows.count("select count(*) from event_figure where events <= 0 and site_number = " + number))
                .isZero();
        assertThat(rows.count("select count(*) from session_figure where sessions <= 0 and site_number = " + number))
                .isZero();
    }

    /** With one of whole weeks, of any days or of one day. */
    private static List<Window> windows(Random random) {
        var day = TODAY.minusDays(random.nextInt(22));
        var monday = Weeks.monday(day);
        var other =
                switch (random.nextInt(5)) {
                    case 0, 1 -> new Window(monday, monday.plusWeeks(1 + random.nextInt(3)));
                    case 2, 3 -> new Window(day, day.plusDays(1 + random.nextInt(22)));
                    default -> new Window(day, day.plusDays(1));
                };
        return Stream.concat(WINDOWS.stream(), Stream.of(other)).toList();
    }

    private void tell(AnyVisits visits, int most) {
        var some = visits.some(most);
        site.tell(some);
        told.tell(some);
    }

    private void correct(Random random) {
        var user = "u" + random.nextInt(AnyVisits.USERS);
        switch (random.nextInt(4)) {
            case 0, 1 -> move(user, "u" + random.nextInt(AnyVisits.USERS + 2));
            case 2 -> forget(user);
            default -> dropBefore(TODAY.minusDays(18 - random.nextInt(3)));
        }
    }

    private void move(String from, String to) {
        changes.move(number, from, to);
        told.move(from, to);
    }

    private void forget(String user) {
        var status = as(site.organization().aak())
                .delete("/projects/{id}/users/{user}", id, user)
                .statusCode();
        told.forget(user);
        // Of somebody nothing is known of, there may be a number yet: all that they did was too old to be kept.
        assertThat(status).isIn(200, 404);
        if (status == 200) {
            assertThat(rows.count("select count(*) from visitor where site_number = %d and user_key = %d"
                            .formatted(number, KeyHash.number(user))))
                    .isZero();
        }
    }

    private void dropBefore(LocalDate day) {
        changes.dropBefore(number, day);
        told.dropBefore(day);
    }

    private void foldAll() {
        while (events.step(number, 1_000) + sessions.step(number, NOW.plusSeconds(3_600), 1_000) > 0) {}
    }

    @Test
    void what_is_folded_is_not_read_again() {
        // Given
        tell(new AnyVisits(new Random(0), NOW), 90);
        foldAll();
        // When the rows are gone, and nobody told
        rows.change("delete from event where site_number = " + number);
        rows.change("delete from session where site_number = " + number);
        // Then
        figures.assertSame(site, told, WINDOWS);
    }

    @Test
    void a_session_that_begins_earlier_than_was_known_takes_its_user_along() {
        // Given
        site.tell("2030-03-06T00:00:05Z", "page_view", "ada", "s1", "path", "/b");
        foldAll();
        // When
        site.tell("2030-03-05T23:59:58Z", "page_view", "ada", "s1", "path", "/a");
        // Then
        assertIsOneSessionOfTheDayBefore();
        foldAll();
        assertIsOneSessionOfTheDayBefore();
    }

    private void assertIsOneSessionOfTheDayBefore() {
        var window = Window.since(TODAY.minusDays(9));
        figures.ask(site, asked -> {
            assertThat(sessionFigures.totals(asked, window))
                    .isEqualTo(new SessionFigures.Totals(new SessionFigures.Tally(1, 1, 7_000, 2), 1));
            assertThat(sessionFigures.days(asked, window))
                    .extracting(SessionFigures.Day::date)
                    .containsExactly(LocalDate.of(2030, 3, 5));
            assertThat(sessionFigures.groups(asked, window, SessionFigures.By.ENTRY_PAGE, 9))
                    .containsExactly(new SessionFigures.Group("/a", new SessionFigures.Tally(1, 1, 7_000, 2)));
            assertThat(eventFigures.ranking(asked, window, Dimension.PATH, null, 1))
                    .isEqualTo(new Ranking(
                            List.of(new Ranking.Ranked("/a", 1, 1, LocalDate.of(2030, 3, 5), LocalDate.of(2030, 3, 5))),
                            2));
        });
    }

    @Test
    void nothing_is_kept_of_a_site_that_is_gone() {
        tell(new AnyVisits(new Random(0), NOW), 90);
        foldAll();
        weeks.sumAll(number);

        rows.change("delete from organization");

        Api.operator().post("/internal/tick").then().statusCode(200);
        assertThat(events.step(number, 1_000) + sessions.step(number, NOW, 1_000))
                .isZero();
        for (var table : List.of(
                "site_fold",
                "event_figure",
                "session_figure",
                "figure_week",
                "session_change",
                "visitor",
                "event",
                "session")) {
            assertThat(rows.count("select count(*) from %s where site_number = %d".formatted(table, number)))
                    .as(table)
                    .isZero();
        }
    }
}
