package io.groundswell.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.metric.Counter;
import io.groundswell.metric.Histories;
import io.groundswell.metric.Sample;
import io.groundswell.metric.Subject;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class RecordingTest {
    private static final List<Counter> OF_VIDEOS = List.copyOf(Counter.ofVideos());

    @Inject
    RecordingService recording;

    @Inject
    AgroalDataSource database;

    @Inject
    TrackedFixture things;

    @Inject
    TrackedFigures figures;

    @Inject
    ContentFixture fixture;

    @Inject
    Rows rows;

    private Owner owner;
    private UUID program;
    private final List<Subject> creators = new ArrayList<>();
    private final Map<Subject, Subject> videos = new LinkedHashMap<>();
    private final Map<Subject, List<Sample>> written = new LinkedHashMap<>();

    @BeforeEach
    void open() {
        rows.clear();
        owner = new Owner(Api.organization().id(), Mode.LIVE);
        program = things.program(owner);
    }

    @AfterEach
    void close() {
        rows.refuseNothing();
    }

    private void move(ZoneId zone) {
        Sql.text("update organization set timezone = :zone where id = :id")
                .update(database, Map.of("zone", zone.getId(), "id", owner.organizationId()));
    }

    /** Two creators with three videos each, one of which does not count, and all that arrives of them, mixed. */
    private List<Sample> arriving(Random random) {
        var mixed = new ArrayList<Sample>();
        for (var one = 0; one < 2; one++) {
            var creator = things.creator(owner, program);
            creators.add(creator);
            mixed.addAll(Histories.arriving(random, creator, List.of(Counter.FOLLOWERS)));
            for (var status : List.of("AUTO_TRACKED", "INCLUDED", "PENDING_REVIEW")) {
                var video = things.video(owner, program, creator, status);
                videos.put(video, creator);
                mixed.addAll(Histories.arriving(random, video, OF_VIDEOS));
            }
        }
        Collections.shuffle(mixed, random);
        return mixed;
    }

    private void record(Random random, List<Sample> mixed) {
        while (!mixed.isEmpty()) {
            var batch = mixed.subList(0, Math.min(mixed.size(), 1 + random.nextInt(30)));
            recording.record(owner, List.copyOf(batch));
            batch.forEach(sample -> written.computeIfAbsent(sample.subject(), any -> new ArrayList<>())
                    .add(sample));
            batch.clear();
        }
    }

    private void allIsRight(ZoneId zone) {
        written.forEach((thing, samples) -> figures.match(thing, samples, zone));
        sumsAreRight();
    }

    private void sumsAreRight() {
        creators.forEach(creator -> figures.addUp(
                creator,
                rows.texts("""
                        select id::text from video
                        where creator_id = '%s' and tracking_status in ('AUTO_TRACKED', 'INCLUDED', 'DIRECT_ADD')
                        """.formatted(creator.id())).stream()
                        .map(id -> new Subject(Subject.Kind.VIDEO, id))
                        .toList()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void whatever_arrives_in_whatever_batches_comes_to_what_plain_rules_say(long seed) {
        // Given
        var random = new Random(seed);
        var zone = Histories.ZONES.get((int) seed % Histories.ZONES.size());
        move(zone);
        // When
        record(random, arriving(random));
        // Then
        allIsRight(zone);
        // When the organization moves, and things follow
        var other = Histories.ZONES.get((int) (seed + 3) % Histories.ZONES.size());
        move(other);
        assertThat(fixture.round("moved_things")).isEqualTo(8);
        // Then
        allIsRight(other);
        assertThat(fixture.round("moved_things")).isZero();
    }

    @Test
    void one_that_cannot_follow_keeps_no_other_behind() {
        // Given
        var random = new Random(7);
        move(Histories.ZONES.get(0));
        record(random, arriving(random));
        var one = rows.texts("select id::text from tracked where kind = 'VIDEO' limit 1")
                .get(0);
        move(Histories.ZONES.get(3));
        rows.refuse("update on tracked", "old.id = '%s'".formatted(one));
        // When
        fixture.round("moved_things");
        // Then
        assertThat(rows.texts("select id::text from tracked where zone <> '%s'".formatted(Histories.ZONES.get(3))))
                .containsExactly(one);
        // When
        rows.refuseNothing();
        fixture.round("moved_things");
        // Then
        allIsRight(Histories.ZONES.get(3));
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void videos_take_their_days_along(long seed) {
        // Given
        var random = new Random(seed);
        record(random, arriving(random));
        var zone = ZoneId.of("UTC");
        for (var step = 0; step < 12; step++) {
            // When
            var video = List.copyOf(videos.keySet()).get(random.nextInt(videos.size()));
            switch (random.nextInt(4)) {
                case 0 -> things.change(video, "tracking_status = 'PENDING_REVIEW'");
                case 1 -> things.change(video, "tracking_status = 'INCLUDED'");
                case 2 ->
                    things.change(
                            video,
                            "creator_id = '%s'"
                                    .formatted(creators.get(random.nextInt(2)).id()));
                default -> things.change(video, "creator_id = null");
            }
            // Then
            sumsAreRight();
        }
        // When several change at once
        rows.change("update video set tracking_status = 'AUTO_TRACKED', creator_id = '%s'"
                .formatted(creators.get(0).id()));
        // Then
        sumsAreRight();
        allIsRight(zone);
        // When one is deleted
        var gone = videos.keySet().iterator().next();
        things.delete(gone);
        // Then
        sumsAreRight();
        assertThat(rows.count("select count(*) from tracked where id = '%s'".formatted(gone.id())))
                .isZero();
    }

    @Test
    void a_programme_goes_with_all_that_was_measured() {
        // Given
        var random = new Random(31);
        record(random, arriving(random));
        fixture.round("tracked_remains");
        // When
        rows.change("delete from program where id = '%s'".formatted(program));
        // Then nobody finds it
        assertThat(rows.count("select count(*) from tracked")).isZero();
        // When there is time, it is erased
        assertThat(fixture.round("tracked_remains")).isEqualTo(8);
        assertThat(rows.count("select count(*) from tracked_remains")).isZero();
        for (var id : videos.keySet()) {
            assertThat(rows.count("select count(*) from tracked_snapshot where id = '%s'".formatted(id.id())))
                    .isZero();
            assertThat(rows.count("select count(*) from tracked_day where id = '%s'".formatted(id.id())))
                    .isZero();
        }
        for (var creator : creators) {
            assertThat(rows.count("select count(*) from creator_day where creator_id = '%s'".formatted(creator.id())))
                    .isZero();
        }
    }
}
