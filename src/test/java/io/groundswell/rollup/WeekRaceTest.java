package io.groundswell.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.rollup.SessionFigures.By;
import io.groundswell.rollup.SessionFigures.Tally;
import io.groundswell.rollup.WeekSum.Week;
import io.groundswell.site.AskedSite;
import io.groundswell.site.Window;
import io.groundswell.testing.Api;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Reaper;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website;
import io.groundswell.testing.Website.Visit;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events of the past come, are folded, moved, added up by weeks and asked for, all at once; and whoever adds up is killed. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class WeekRaceTest {
    private static final Instant NOW = Instant.parse("2030-03-08T01:00:00Z");
    private static final LocalDate MONDAY = LocalDate.of(2030, 2, 18);
    private static final List<Window> WINDOWS = List.of(
            Window.since(LocalDate.EPOCH),
            new Window(MONDAY, MONDAY.plusWeeks(2)),
            new Window(MONDAY.plusDays(3), MONDAY.plusDays(17)));
    private static final int BATCHES = 60;
    private static final int BATCH = 10;
    private static final int USERS = 7;

    @Inject
    AskedFigures figures;

    @Inject
    EventFigures events;

    @Inject
    SessionFigures sessions;

    @Inject
    EventFold eventFold;

    @Inject
    SessionFold sessionFold;

    @Inject
    WeekSum sum;

    @Inject
    SummedWeeks weeks;

    @Inject
    ChangedRows changes;

    @Inject
    Reaper reaper;

    @Inject
    Rows rows;

    private final AtomicInteger telling = new AtomicInteger(1);
    private final AtomicInteger summed = new AtomicInteger();
    private final AtomicInteger readSummed = new AtomicInteger();
    private Website site;
    private long number;

    @BeforeEach
    void open() {
        Api.setClock(NOW);
        rows.clear();
        site = Website.open();
        number = rows.count("select number from site");
    }

    @AfterEach
    void resetClock() {
        Api.resetClock();
    }

    @Test
    void every_answer_of_weeks_is_that_of_the_days_at_the_same_moment() throws Exception {
        // When
        var parts = new AtomicInteger();
        var tasks = List.<Callable<Integer>>of(
                this::tell, this::fold, this::fold, this::sum, this::sum, this::move, this::ask, this::ask);
        Crowd.of(tasks.size(), () -> tasks.get(parts.getAndIncrement()).call());
        // Then
        assertThat(summed.get()).isGreaterThan(10);
        assertThat(readSummed.get()).isGreaterThan(5);
        weeks.assertAreTheirDays(number);
        while (foldOnce() > 0) {}
        weeks.sumAll(number);
        weeks.assertAreTheirDays(number);
        figures.ask(site, this::assertSame);
    }

    private Integer tell() {
        for (var batch = 0; batch < BATCHES; batch++) {
            var visits = new ArrayList<Visit>();
            for (var n = 0; n < BATCH; n++) {
                var at = batch * BATCH + n;
                visits.add(new Visit(
                        at % 3 == 0 ? "signup" : "page_view",
                        "u" + at % USERS,
                        "s" + at % 29,
                        NOW.minusSeconds(at % 29 * 50_000L + batch),
                        Map.of("path", "/" + at % 5)));
            }
            site.tell(visits);
        }
        return telling.decrementAndGet();
    }

    private Integer fold() {
        var done = 0;
        while (telling.get() > 0) {
            done += foldOnce();
        }
        return done;
    }

    private int foldOnce() {
        return eventFold.step(number, 37) + sessionFold.step(number, NOW.minusSeconds(86_400), 5);
    }

    private Integer sum() {
        while (telling.get() > 0) {
            summed.addAndGet(weeks.sumAll(number));
        }
        return summed.get();
    }

    private Integer move() {
        var moved = 0;
        while (telling.get() > 0) {
            changes.move(number, "u" + moved % USERS, "u" + (moved + 1) % USERS);
            moved++;
        }
        return moved;
    }

    private Integer ask() {
        var asked = 0;
        while (telling.get() > 0) {
            figures.ask(site, this::assertSame);
            asked++;
        }
        return asked;
    }

    /** Days are read one by one where something is counted by day, and by weeks in a ranking. */
    private void assertSame(AskedSite asked) {
        for (var window : WINDOWS) {
            var days = events.days(asked, window);
            var ranking = events.ranking(asked, window, Dimension.PATH, null, 9);
            assertThat(ranking.events())
                    .isEqualTo(days.stream().mapToLong(Stretch::events).sum());
            assertThat(ranking.values()).allSatisfy(one -> {
                var ofOne = days.stream()
                        .map(day -> day.from().toLocalDate())
                        .filter(day -> !day.isBefore(one.first()) && !day.isAfter(one.last()))
                        .toList();
                assertThat(ofOne).contains(one.first(), one.last());
            });
            assertThat(sessions.groups(asked, window, By.ENTRY_PAGE, 9).stream()
                            .map(SessionFigures.Group::tally)
                            .reduce(new Tally(0, 0, 0, 0), Tally::plus))
                    .isEqualTo(sessions.totals(asked, window).tally());
        }
        readSummed.addAndGet(weeks.count(number, "SUMMED") > 0 ? 1 : 0);
    }

    @Test
    void several_add_up_a_week_once() throws Exception {
        tell();
        eventFold.step(number, BATCHES * BATCH);
        var week = new Week(number, FiguresOf.EVENTS, MONDAY);

        var done = Crowd.of(4, () -> sum.step(week, SummedWeeks.MOST));

        assertThat(done.stream().mapToInt(Integer::intValue).sum()).isOne();
        assertThat(sum.step(week, SummedWeeks.MOST)).isZero();
        assertThat(weeks.count(number, "SUMMED")).isOne();
        weeks.assertAreTheirDays(number);
    }

    @Test
    void nothing_is_half_added_up_however_often_whoever_does_it_is_killed() throws Exception {
        // Given
        tell();
        while (foldOnce() > 0) {}
        reaper.killEvery(3);
        // When
        var deaths = Crowd.of(2, () -> Reaper.lives(threads -> weeks.sumAll(number)));
        // Then
        assertThat(deaths.stream().mapToInt(Integer::intValue).sum()).isPositive();
        assertThat(weeks.count(number, "CHANGED")).isZero();
        weeks.assertAreTheirDays(number);
        figures.ask(site, this::assertSame);
    }
}
