package io.groundswell.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers and networks who tell of the same post. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ToldCountersTest {
    private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");
    private static final Subject POST = Histories.POST;

    @Inject
    Snapshots snapshots;

    @Inject
    AgroalDataSource database;

    @Inject
    Rows rows;

    private Owner owner;

    @BeforeEach
    void open() {
        rows.clear();
        owner = new Owner(Api.organization().id(), Mode.LIVE);
        measured(BEGINNING, Counters.zero(Counter.ofPosts()));
    }

    private void measured(Instant at, Counters counters) {
        snapshots.record(owner, List.of(new Sample(POST, at, counters)));
    }

    private void told(Instant at, Counter counter, long value) {
        snapshots.tell(owner, new Sample(POST, at, new Counters(Map.of(counter, value))), BEGINNING);
    }

    private long total(Counter counter) {
        return rows.count("select " + counter.column() + " from metric_subject");
    }

    private Map<LocalDate, Counters> gains() {
        var gains = new TreeMap<LocalDate, Counters>();
        Sql.text("select * from metric_day").list(database, Map.of(), row -> {
            var values = new HashMap<Counter, Long>();
            for (var counter : Counter.values()) {
                var value = row.getObject(counter.column(), Long.class);
                if (value != null) {
                    values.put(counter, value);
                }
            }
            return gains.put(row.getObject("day", LocalDate.class), new Counters(values));
        });
        return gains;
    }

    @Test
    void what_is_told_replaces_what_was_measured_and_counts_in_full() {
        measured(NOON, new Counters(Map.of(Counter.IMPRESSIONS, 40L, Counter.LIKES, 4L)));
        told(NOON.plusSeconds(1), Counter.IMPRESSIONS, 500);
        measured(NOON.plusSeconds(2), new Counters(Map.of(Counter.IMPRESSIONS, 50L, Counter.LIKES, 5L)));
        told(NOON.plusSeconds(3), Counter.IMPRESSIONS, 510);

        assertThat(total(Counter.IMPRESSIONS)).isEqualTo(510);
        assertThat(total(Counter.LIKES)).isEqualTo(5);
    }

    @Test
    void counters_told_of_one_instant_one_by_one_all_stay() {
        told(NOON, Counter.IMPRESSIONS, 500);
        told(NOON, Counter.LIKES, 20);
        told(NOON, Counter.LIKES, 21);

        assertThat(total(Counter.IMPRESSIONS)).isEqualTo(500);
        assertThat(total(Counter.LIKES)).isEqualTo(21);
    }

    @Test
    void what_is_told_late_belongs_to_its_own_day() {
        told(NOON, Counter.VIEWS, 500);
        told(NOON.minusSeconds(86_400), Counter.VIEWS, 300);

        assertThat(gains().get(LocalDate.parse("2026-02-02")).get(Counter.VIEWS))
                .isEqualTo(300);
        assertThat(gains().get(LocalDate.parse("2026-02-03")).get(Counter.VIEWS))
                .isEqualTo(200);
    }

    @Test
    void of_many_at_once_none_is_lost() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var calls = IntStream.rangeClosed(1, 40)
                    .<Callable<Void>>mapToObj(number -> () -> {
                        if (number % 2 == 0) {
                            told(NOON.plusSeconds(number), Counter.IMPRESSIONS, number * 10L);
                        } else {
                            measured(NOON.plusSeconds(number), new Counters(Map.of(Counter.IMPRESSIONS, 7L)));
                        }
                        return null;
                    })
                    .toList();
            for (var call : threads.invokeAll(calls)) {
                call.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(total(Counter.IMPRESSIONS)).isEqualTo(400);
    }

    /** Whatever comes in whatever order, a counter is either told or measured, and its days are what the reference says. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void days_are_what_the_reference_says(long seed) {
        // Given
        var random = new Random(seed);
        var zone = Histories.ZONES.get((int) seed % Histories.ZONES.size());
        Sql.text("update organization set timezone = :zone").update(database, Map.of("zone", zone.getId()));
        var measured = Histories.arriving(random, POST);
        var told = Histories.arriving(random, POST).stream()
                // At instants of their own.
                .map(sample -> new Sample(POST, sample.at().plusNanos(1_000), only(sample.counters(), random)))
                .toList();
        // When
        var one = new ArrayList<>(measured);
        var other = new ArrayList<>(told);
        while (!one.isEmpty() || !other.isEmpty()) {
            if (other.isEmpty() || !one.isEmpty() && random.nextBoolean()) {
                snapshots.record(owner, List.of(one.remove(0)));
            } else {
                snapshots.tell(owner, other.remove(0), BEGINNING);
            }
        }
        // Then
        var expected = new TreeMap<LocalDate, Counters>();
        new SlowSeries(merged(measured, told), zone)
                .days()
                .forEach((day, figures) -> expected.put(day, figures.gained()));
        assertThat(gains()).isEqualTo(expected);
    }

    private static Counters only(Counters counters, Random random) {
        return random.nextInt(3) == 0 ? counters : counters.without(Set.of(Counter.LIKES));
    }

    /** The samples as they would be had everybody known from the start which counters are told. */
    private static List<Sample> merged(List<Sample> measured, List<Sample> told) {
        var theirs = new HashSet<Counter>();
        told.forEach(sample -> theirs.addAll(sample.counters().values().keySet()));
        var samples = new ArrayList<Sample>();
        var begun = new HashSet<>(Counter.ofPosts());
        begun.addAll(theirs);
        samples.add(new Sample(POST, BEGINNING, Counters.zero(begun)));
        measured.forEach(sample -> samples.add(sample.with(sample.counters().without(theirs))));
        var known = new HashMap<Instant, Counters>();
        for (var sample : told) {
            known.merge(sample.at(), sample.counters(), (before, now) -> now.orElse(before));
            samples.add(sample.with(known.get(sample.at())));
        }
        return samples;
    }
}
