package io.groundswell.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.site.Window;
import io.groundswell.testing.Api;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Reaper;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Folders that are killed over and over, before and after their commits. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class KilledFoldTest {
    private static final Instant NOW = Instant.parse("2030-03-08T01:00:00Z");
    private static final int FOLDERS = 2;
    private static final int TIMES = 6;

    @Inject
    AskedFigures figures;

    @Inject
    EventFold events;

    @Inject
    SessionFold sessions;

    @Inject
    Reaper reaper;

    @Inject
    Rows rows;

    @AfterEach
    void resetClock() {
        Api.resetClock();
    }

    @Test
    void nothing_is_counted_twice_or_left_out_however_often_folders_are_killed() throws Exception {
        // Given
        Api.setClock(NOW);
        rows.clear();
        var site = Website.open();
        var number = rows.count("select number from site");
        var visits = new AnyVisits(new Random(1), NOW);
        var told = new ToldSite();
        reaper.killEvery(5);
        // When
        var deaths = 0;
        for (var time = 0; time < TIMES; time++) {
            var some = visits.some(200);
            site.tell(some);
            told.tell(some);
            var until = NOW.minusSeconds(3_600L * 24 * (TIMES - time));
            deaths += Crowd.of(
                            FOLDERS,
                            () -> Reaper.lives(threads -> events.step(number, 7) + sessions.step(number, until, 3)))
                    .stream()
                    .mapToInt(Integer::intValue)
                    .sum();
        }
        // Then
        assertThat(deaths).isGreaterThan(10);
        assertThat(reaper.kills())
                .containsKeys("before the commit of EventFold", "after the commit of EventFold")
                .containsKeys("before the commit of SessionFold", "after the commit of SessionFold");
        figures.assertSame(site, told, List.of(Window.since(LocalDate.EPOCH)));
    }
}
