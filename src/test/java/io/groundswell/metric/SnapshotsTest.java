package io.groundswell.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class SnapshotsTest {
    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");

    @Inject
    Snapshots snapshots;

    @Inject
    AgroalDataSource database;

    @Inject
    ContentFixture fixture;

    @Inject
    Rows rows;

    private Owner owner;

    @BeforeEach
    void open() {
        rows.clear();
        owner = new Owner(Api.organization().id(), Mode.LIVE);
    }

    @AfterEach
    void close() {
        rows.refuseNothing();
    }

    private void move(ZoneId zone) {
        Sql.text("update organization set timezone = :zone where id = :id")
                .update(database, Map.of("zone", zone.getId(), "id", owner.organizationId()));
    }

    private static Sample sample(Subject subject, Instant at, long impressions) {
        return new Sample(subject, at, new Counters(Map.of(Counter.IMPRESSIONS, impressions)));
    }

    private Map<LocalDate, Day> days(Owner whose, Subject subject) {
        var days = new TreeMap<LocalDate, Day>();
        Sql.text("""
                        select * from metric_day
                        where organization_id = :organization and mode = :mode and subject_id = :subject""")
                .list(
                        database,
                        Map.of(
                                "organization", whose.organizationId(),
                                "mode", whose.mode(),
                                "subject", subject.id()),
                        row -> days.put(
                                row.getObject("day", LocalDate.class),
                                new Day(counters(row, ""), counters(row, "_level"))));
        return days;
    }

    private static Counters counters(ResultSet row, String suffix) throws SQLException {
        var values = new HashMap<Counter, Long>();
        for (var counter : Counter.values()) {
            var value = row.getObject(counter.column() + suffix, Long.class);
            if (value != null) {
                values.put(counter, value);
            }
        }
        return new Counters(values);
    }

    private long total(Subject subject) {
        return rows.count("select impressions from metric_subject where subject_id = '" + subject.id() + "'");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatever_arrives_in_whatever_batches_comes_to_what_the_reference_says(long seed) {
        // Given histories of several subjects, mixed
        var random = new Random(seed);
        var zone = Histories.ZONES.get((int) seed % Histories.ZONES.size());
        move(zone);
        var arrivals = new HashMap<Subject, List<Sample>>();
        var mixed = new ArrayList<Sample>();
        for (var number = 0; number < 8; number++) {
            var subject = Subject.content("cnt_" + number);
            arrivals.put(subject, Histories.arriving(random, subject));
            mixed.addAll(arrivals.get(subject));
        }
        // When
        while (!mixed.isEmpty()) {
            var batch = mixed.subList(0, Math.min(mixed.size(), 1 + random.nextInt(40)));
            snapshots.record(owner, List.copyOf(batch));
            batch.clear();
        }
        // Then
        arrivals.forEach((subject, samples) -> {
            var expected = new SlowSeries(samples, zone).days();
            assertThat(days(owner, subject)).isEqualTo(expected);
            assertThat(total(subject))
                    .isEqualTo(expected.values().stream()
                            .mapToLong(day -> day.gained().values().getOrDefault(Counter.IMPRESSIONS, 0L))
                            .sum());
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_beginning_is_a_first_sample_of_nothing(boolean isKnown) {
        // Given a subject that nobody knows, or one with a later sample that came earlier
        var zone = ZoneId.of("Asia/Tokyo");
        move(zone);
        var post = Subject.content("cnt_1");
        var later = sample(post, NOON.plusSeconds(3600 * 5), 7);
        if (isKnown) {
            snapshots.record(owner, List.of(later));
        }
        // When
        snapshots.begin(owner, post, NOON, Counter.ofPosts());
        if (!isKnown) {
            snapshots.record(owner, List.of(later));
        }
        // Then
        var beginning = new Sample(post, NOON, Counters.zero(Counter.ofPosts()));
        assertThat(days(owner, post)).isEqualTo(new SlowSeries(List.of(beginning, later), zone).days());
        assertThat(days(owner, post)).hasSize(2);
        assertThat(total(post)).isEqualTo(7);
        // When it is told again, as it may be after a crash
        snapshots.begin(owner, post, NOON, Counter.ofPosts());
        // Then
        assertThat(days(owner, post)).isEqualTo(new SlowSeries(List.of(beginning, later), zone).days());
        assertThat(rows.count("select count(*) from snapshot")).isEqualTo(2);
    }

    @Test
    void an_organization_that_moves_has_other_days() {
        // Given a sample in the evening, which is the next morning elsewhere
        var post = Subject.content("cnt_1");
        var evening = sample(post, Instant.parse("2026-02-03T22:00:00Z"), 10);
        var samples = new ArrayList<>(List.of(sample(post, NOON, 0), evening));
        snapshots.record(owner, samples);
        assertThat(days(owner, post)).containsOnlyKeys(LocalDate.parse("2026-02-03"));
        // When
        var tokyo = ZoneId.of("Asia/Tokyo");
        move(tokyo);
        assertThat(fixture.round("moved_zones")).isEqualTo(1);
        // Then
        assertThat(days(owner, post)).isEqualTo(new SlowSeries(samples, tokyo).days());
        assertThat(days(owner, post)).containsKey(LocalDate.parse("2026-02-04"));
        assertThat(fixture.round("moved_zones")).isZero();
        // When a sample comes before the round does
        move(ZoneId.of("Pacific/Honolulu"));
        samples.add(sample(post, NOON.minusSeconds(60), 4));
        snapshots.record(owner, samples.subList(2, 3));
        // Then
        assertThat(days(owner, post)).isEqualTo(new SlowSeries(samples, ZoneId.of("Pacific/Honolulu")).days());
        assertThat(fixture.round("moved_zones")).isZero();
    }

    @Test
    void an_organization_whose_days_cannot_be_made_anew_holds_up_no_other_one() {
        // Given more than one look finds, of the organization that comes first
        var both = new TreeMap<>(Map.of(owner.organizationId(), owner));
        var other = new Owner(Api.organization().id(), Mode.LIVE);
        both.put(other.organizationId(), other);
        var many = IntStream.range(0, 150)
                .mapToObj(number -> sample(Subject.content("cnt_" + number), NOON, 1))
                .toList();
        both.values().forEach(one -> snapshots.record(one, many));
        rows.change("update organization set timezone = 'Asia/Tokyo'");
        rows.refuse("update on metric_subject", "old.organization_id = '%s'".formatted(both.firstKey()));
        // When
        var done = fixture.round("moved_zones");
        // Then
        assertThat(done).isEqualTo(150);
        assertThat(moved(both.lastKey())).isEqualTo(150);
        // When
        rows.refuseNothing();
        // Then
        assertThat(fixture.round("moved_zones")).isEqualTo(150);
        assertThat(moved(both.firstKey())).isEqualTo(150);
    }

    private long moved(String organizationId) {
        return rows.count("select count(*) from metric_subject where zone = 'Asia/Tokyo' and organization_id = '%s'"
                .formatted(organizationId));
    }

    @Test
    void organizations_and_modes_never_mix() {
        var post = Subject.content("cnt_1");
        var test = new Owner(owner.organizationId(), Mode.TEST);
        snapshots.record(owner, List.of(sample(post, NOON, 5), sample(post, NOON.plusSeconds(60), 8)));
        snapshots.record(test, List.of(sample(post, NOON.plusSeconds(30), 100)));
        assertThat(days(owner, post).get(LocalDate.parse("2026-02-03")).gained().get(Counter.IMPRESSIONS))
                .isEqualTo(3);
        assertThat(days(test, post).get(LocalDate.parse("2026-02-03")).gained().get(Counter.IMPRESSIONS))
                .isZero();
    }

    @Test
    void writers_at_the_same_time_lose_nothing() throws Exception {
        // Given the same posts, sampled by four at once in different orders
        var all = new ArrayList<Sample>();
        for (var post = 0; post < 5; post++) {
            for (var minute = 0; minute < 60; minute++) {
                all.add(sample(Subject.content("cnt_" + post), NOON.plusSeconds(60L * minute), 10L * minute));
            }
        }
        var tasks = new ArrayList<Callable<Void>>();
        for (var writer = 0; writer < 4; writer++) {
            var mine = new ArrayList<Sample>();
            for (var index = writer; index < all.size(); index += 4) {
                mine.add(all.get(index));
            }
            Collections.shuffle(mine, new Random(writer));
            tasks.add(() -> {
                for (var index = 0; index < mine.size(); index += 15) {
                    snapshots.record(owner, mine.subList(index, Math.min(mine.size(), index + 15)));
                }
                return null;
            });
        }
        // When
        var threads = Executors.newFixedThreadPool(4);
        for (var done : threads.invokeAll(tasks)) {
            done.get();
        }
        threads.shutdown();
        // Then
        assertThat(rows.count("select count(*) from snapshot")).isEqualTo(300);
        for (var post = 0; post < 5; post++) {
            var subject = Subject.content("cnt_" + post);
            assertThat(days(owner, subject))
                    .isEqualTo(new SlowSeries(
                                    all.stream()
                                            .filter(sample -> sample.subject().equals(subject))
                                            .toList(),
                                    ZoneId.of("UTC"))
                            .days());
            assertThat(total(subject)).isEqualTo(590);
        }
    }

    @Test
    void a_call_takes_a_thousand_samples_and_no_more() {
        var many = new ArrayList<Sample>();
        for (var second = 0; second < Snapshots.BATCH; second++) {
            many.add(sample(Subject.content("cnt_1"), NOON.plusSeconds(second), second));
        }
        snapshots.record(owner, many);
        assertThat(total(Subject.content("cnt_1"))).isEqualTo(999);
        many.add(many.get(0));
        assertThatIllegalArgumentException().isThrownBy(() -> snapshots.record(owner, many));
    }
}
