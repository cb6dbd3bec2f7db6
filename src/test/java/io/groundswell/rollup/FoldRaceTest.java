package io.groundswell.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.rollup.SessionFigures.Tally;
import io.groundswell.site.Window;
import io.groundswell.testing.Api;
import io.groundswell.testing.Crowd;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events come, are folded by several and asked for, all at once. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class FoldRaceTest {
    private static final Instant NOW = Instant.parse("2030-03-08T01:00:00Z");
    private static final Window ALL = Window.since(LocalDate.EPOCH);
    private static final int TELLERS = 2;
    private static final int BATCHES = 60;
    private static final int BATCH = 10;

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
    Rows rows;

    private final AtomicInteger telling = new AtomicInteger(TELLERS);
    private final AtomicInteger seen = new AtomicInteger();
    private Website site;
    private long number;

    @AfterEach
    void resetClock() {
        Api.resetClock();
    }

    @Test
    void every_answer_counts_each_event_once_while_all_happens_at_the_same_time() throws Exception {
        // Given
        Api.setClock(NOW);
        rows.clear();
        site = Website.open();
        number = rows.count("select number from site");
        // When
        var parts = new AtomicInteger();
        var tasks = List.<Callable<Integer>>of(
                () -> tell(0), () -> tell(1), this::fold, this::fold, this::fold, this::ask, this::ask);
        Crowd.of(tasks.size(), () -> tasks.get(parts.getAndIncrement()).call());
        // Then
        assertThat(seen.get()).isGreaterThan(5);
        var told = new ToldSite();
        told.tell(Stream.of(0, 1).flatMap(this::visits).toList());
        figures.assertSame(site, told, List.of(ALL));
        while (foldOnce() > 0) {}
        figures.assertSame(site, told, List.of(ALL));
        assertThat(rows.count("select seq from site_fold where site_number = " + number))
                .isEqualTo(TELLERS * BATCHES * BATCH);
    }

    /** Each has sessions of their own, told one after the other, so that the order in which they come is known. */
    private Stream<Visit> visits(int teller) {
        var visits = new ArrayList<Visit>();
        for (var n = 0; n < BATCHES * BATCH; n++) {
            visits.add(new Visit(
                    n % 3 == 0 ? "signup" : "page_view",
                    "u" + n % 7,
                    teller + "s" + n % 11,
                    NOW.minusSeconds(n * 9_973L % (3 * 86_400)),
                    Map.of("path", "/" + n % 5)));
        }
        return visits.stream();
    }

    private int tell(int teller) {
        var visits = visits(teller).toList();
        for (var from = 0; from < visits.size(); from += BATCH) {
            site.tell(visits.subList(from, from + BATCH));
        }
        return telling.decrementAndGet();
    }

    private int fold() {
        var done = 0;
        while (telling.get() > 0) {
            done += foldOnce();
        }
        return done;
    }

    private int foldOnce() {
        return eventFold.step(number, 37) + sessionFold.step(number, NOW.minusSeconds(86_400), 5);
    }

    private int ask() {
        while (telling.get() > 0) {
            figures.ask(site, asked -> {
                assertThat(events.days(asked, ALL).stream()
                                .mapToLong(Stretch::events)
                                .sum())
                        .isEqualTo(asked.events());
                assertThat(events.hours(asked, ALL).stream()
                                .mapToLong(Stretch::events)
                                .sum())
                        .isEqualTo(asked.events());
                assertThat(events.count(asked, ALL, null)).isEqualTo(asked.events());
                var ranking = events.ranking(asked, ALL, Dimension.PATH, null, 9);
                assertThat(ranking.events()).isEqualTo(asked.events());
                assertThat(ranking.values().stream()
                                .mapToLong(Ranking.Ranked::events)
                                .sum())
                        .isEqualTo(asked.events());
                var totals = sessions.totals(asked, ALL);
                assertThat(totals.tally().events()).isEqualTo(asked.events());
                assertThat(totals.users()).isEqualTo(users(events.days(asked, ALL)));
                assertThat(sessions.groups(asked, ALL, SessionFigures.By.ENTRY_PAGE, 9).stream()
                                .map(SessionFigures.Group::tally)
                                .reduce(new Tally(0, 0, 0, 0), Tally::plus))
                        .isEqualTo(totals.tally());
            });
            seen.incrementAndGet();
        }
        return seen.get();
    }

    private static long users(List<Stretch> days) {
        var users = new Users();
        days.forEach(day -> users.add(day.users()));
        return users.count();
    }
}
