package io.groundswell.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import io.groundswell.metric.Sample;
import io.groundswell.metric.Subject;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import io.groundswell.testing.Api;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several who write at once. What any of them wrote is there in the end, and nobody waits for somebody who waits for them. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class RecordingRaceTest {
    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");
    private static final int WRITERS = 6;

    @Inject
    RecordingService recording;

    @Inject
    TrackedFixture things;

    @Inject
    TrackedFigures figures;

    @Inject
    Rows rows;

    private Owner owner;
    private UUID program;
    private final List<Subject> creators = new ArrayList<>();
    private final List<Subject> videos = new ArrayList<>();

    @BeforeEach
    void open() {
        rows.clear();
        owner = new Owner(Api.organization().id(), Mode.LIVE);
        program = things.program(owner);
        for (var one = 0; one < 3; one++) {
            creators.add(things.creator(owner, program));
        }
        for (var one = 0; one < 9; one++) {
            videos.add(things.video(owner, program, creators.get(one % 3), "AUTO_TRACKED"));
        }
    }

    private static Sample sample(Subject thing, int minute) {
        var counter = thing.kind() == Subject.Kind.VIDEO ? Counter.VIEWS : Counter.FOLLOWERS;
        return new Sample(thing, NOON.plusSeconds(60L * minute), new Counters(Map.of(counter, 10L * minute)));
    }

    /** Every writer has a share of all minutes of all things, in an order of its own. */
    private List<Sample> share(int writer) {
        var mine = new ArrayList<Sample>();
        for (var minute = writer; minute < 10 * WRITERS; minute += WRITERS) {
            for (var thing : all()) {
                mine.add(sample(thing, minute));
            }
        }
        Collections.shuffle(mine, new Random(writer));
        return mine;
    }

    private List<Subject> all() {
        var all = new ArrayList<>(videos);
        all.addAll(creators);
        return all;
    }

    private void record(List<Sample> samples) {
        for (var index = 0; index < samples.size(); index += 10) {
            recording.record(owner, samples.subList(index, Math.min(samples.size(), index + 10)));
        }
    }

    private void allIsThere() {
        for (var thing : all()) {
            var samples = new ArrayList<Sample>();
            for (var minute = 0; minute < 10 * WRITERS; minute++) {
                samples.add(sample(thing, minute));
            }
            figures.match(thing, samples, ZoneId.of("UTC"));
        }
    }

    private void sumsAreRight() {
        creators.forEach(creator -> figures.addUp(
                creator,
                rows
                        .texts("select id::text from video where tracking_status = 'AUTO_TRACKED' and creator_id = '%s'"
                                .formatted(creator.id()))
                        .stream()
                        .map(id -> new Subject(Subject.Kind.VIDEO, id))
                        .toList()));
    }

    @Test
    void writers_of_the_same_things_in_different_orders_lose_nothing() throws Exception {
        var next = new AtomicInteger();
        Crowd.of(WRITERS, () -> {
            record(share(next.getAndIncrement()));
            return null;
        });
        allIsThere();
        sumsAreRight();
    }

    @Test
    void videos_that_change_hands_meanwhile_take_everything_along() throws Exception {
        var next = new AtomicInteger();
        Crowd.of(WRITERS + 2, () -> {
            var number = next.getAndIncrement();
            if (number < WRITERS) {
                record(share(number));
                return null;
            }
            var random = new Random(number);
            for (var step = 0; step < 30; step++) {
                var video = videos.get(random.nextInt(videos.size()));
                things.change(
                        video,
                        "tracking_status = '%s', creator_id = '%s'"
                                .formatted(
                                        random.nextBoolean() ? "AUTO_TRACKED" : "PENDING_REVIEW",
                                        creators.get(random.nextInt(3)).id()));
            }
            return null;
        });
        allIsThere();
        sumsAreRight();
    }

    @Test
    void what_is_deleted_meanwhile_leaves_nothing_in_the_sums() throws Exception {
        var next = new AtomicInteger();
        var refused = new AtomicInteger();
        var kept = List.copyOf(videos.subList(3, videos.size()));
        var gone = List.copyOf(videos.subList(0, 3));
        Crowd.of(WRITERS + 1, () -> {
            var number = next.getAndIncrement();
            if (number == WRITERS) {
                gone.forEach(things::delete);
                return null;
            }
            for (var sample : share(number)) {
                try {
                    recording.record(owner, List.of(sample));
                } catch (Refusal notThere) {
                    assertThat(gone).contains(sample.subject());
                    refused.incrementAndGet();
                }
            }
            return null;
        });
        videos.clear();
        videos.addAll(kept);
        assertThat(refused.get()).isPositive();
        allIsThere();
        sumsAreRight();
    }

    @Test
    void a_programme_that_is_deleted_meanwhile_is_gone_in_one_piece() throws Exception {
        var next = new AtomicInteger();
        Crowd.of(WRITERS + 1, () -> {
            var number = next.getAndIncrement();
            if (number == WRITERS) {
                rows.change("delete from program where id = '%s'".formatted(program));
                return null;
            }
            try {
                record(share(number));
            } catch (Refusal notThere) {
                assertThat(notThere.code().kind()).isEqualTo(io.groundswell.shared.Kind.NOT_FOUND);
            }
            return null;
        });
        assertThat(rows.count("select count(*) from tracked")).isZero();
    }
}
