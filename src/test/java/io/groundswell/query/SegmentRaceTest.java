package io.groundswell.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.query.Asked.Order;
import io.groundswell.segment.SegmentedSite;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Reaper;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website.Visit;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Events come, are made segments of by several, change their users and are asked for, all at once; and makers are killed. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SegmentRaceTest extends SegmentedSite {
    private static final int BATCHES = 60;
    private static final int BATCH = 10;
    private static final int USERS = 7;

    @Inject
    Query query;

    @Inject
    ByColumns byColumns;

    @Inject
    Reaper reaper;

    private final AtomicInteger telling = new AtomicInteger(1);
    private final AtomicInteger byColumn = new AtomicInteger();

    @Test
    void every_answer_is_that_of_the_rows_at_the_same_moment() throws Exception {
        // When
        var parts = new AtomicInteger();
        var tasks = List.<Callable<Integer>>of(this::tell, this::make, this::make, this::move, this::ask, this::ask);
        Crowd.of(tasks.size(), () -> tasks.get(parts.getAndIncrement()).call());
        // Then
        assertThat(byColumn.get()).isGreaterThan(5);
        assertThat(askOnce()).isEqualTo(BATCHES * BATCH);
    }

    private Integer tell() {
        for (var batch = 0; batch < BATCHES; batch++) {
            var visits = new ArrayList<Visit>();
            for (var n = 0; n < BATCH; n++) {
                visits.add(new Visit(
                        "buy", "u" + n % USERS, "s" + batch % 9, NOW.minusSeconds(batch), Map.of("plan", n % 3)));
            }
            site.tell(visits);
        }
        return telling.decrementAndGet();
    }

    private Integer make() {
        var done = 0;
        while (telling.get() > 0) {
            events.fold(number, 37);
            done += segments.make(number, 11);
        }
        return done;
    }

    private Integer move() {
        var moved = 0;
        while (telling.get() > 0) {
            var from = "u" + moved % USERS;
            var to = "u" + (moved + 1) % USERS;
            changes.move(number, from, to);
            moved++;
        }
        return moved;
    }

    private Integer ask() {
        var asked = 0;
        while (telling.get() > 0) {
            askOnce();
            asked++;
        }
        return asked;
    }

    private int askOnce() {
        return ask(asked -> {
            var question = new Asked(
                    new LinkedHashSet<>(List.of(Metric.EVENT_COUNT, Metric.UNIQUE_USERS, Metric.SESSION_COUNT)),
                    new LinkedHashSet<>(),
                    List.of(),
                    asked.everything(),
                    CountMode.RAW,
                    new Order(Metric.EVENT_COUNT, false),
                    9);
            var answer = query.rows(asked, question);
            assertThat(answer).isEqualTo(query.byRows(asked, question));
            byColumn.addAndGet(byColumns.rows(asked, question).isPresent() ? 1 : 0);
            return answer.get(0).counts().get(Metric.EVENT_COUNT).intValue();
        });
    }

    @Test
    void nothing_is_counted_twice_or_left_out_however_often_makers_are_killed() throws Exception {
        // Given
        tell();
        events.fold(number, BATCHES * BATCH);
        reaper.killEvery(4);
        // When
        var deaths = Crowd.of(
                2,
                () -> Reaper.lives(threads -> {
                    var done = 0;
                    for (var some = 1; some > 0; done += some) {
                        some = segments.make(number, 11);
                    }
                    return done;
                }));
        // Then
        assertThat(deaths.stream().mapToInt(Integer::intValue).sum()).isPositive();
        assertThat(rows.count("select sum(last_seq - first_seq + 1) from event_segment"))
                .isGreaterThan(BATCHES * BATCH / 2);
        askOnce();
        assertThat(byColumn.get()).isOne();
    }
}
