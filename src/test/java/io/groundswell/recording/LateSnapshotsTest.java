package io.groundswell.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import io.groundswell.metric.Sample;
import io.groundswell.metric.Subject;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Late snapshots with a counter that nothing tells later change all that is later, of each of their things. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class LateSnapshotsTest {
    @Inject
    RecordingService recording;

    @Inject
    TrackedFixture things;

    @Inject
    Rows rows;

    private Owner owner;
    private UUID program;

    /** How many snapshots each statement changes. */
    @BeforeEach
    void watch() {
        owner = new Owner(Api.organization().id(), Mode.LIVE);
        program = things.program(owner);
        rows.change("create table changed_at_once (snapshots bigint)");
        rows.change("create function note_changed_at_once() returns trigger language plpgsql as"
                + " 'begin insert into changed_at_once select count(*) from new_rows; return null; end'");
        rows.change("create trigger changed_at_once after update on tracked_snapshot referencing new table as new_rows"
                + " for each statement execute function note_changed_at_once()");
    }

    @AfterEach
    void forget() {
        rows.change("drop function note_changed_at_once cascade");
        rows.change("drop table changed_at_once");
    }

    /** A video whose views alone were told, every second. */
    private Subject told(int times) {
        var video = things.video(owner, program, null, "DIRECT_ADD");
        rows.change("""
                insert into tracked_snapshot (id, at, told, reset, views)
                select '%s', timestamptz '2026-02-03T00:00:00Z' + n * interval '1 second', 1, false, n
                from generate_series(1, %d) n""".formatted(video.id(), times));
        rows.change("""
                update tracked t set views = s.views, views_since = s.first, first_at = s.first, last_at = s.last,
                    compared_at = s.first + interval '1 second', last_day = '2026-02-03'
                from (select min(at) as first, max(at) as last, max(views) as views from tracked_snapshot where id = '%1$s') s
                where t.id = '%1$s'""".formatted(video.id()));
        return video;
    }

    private List<String> recorded(Subject... videos) {
        var at = Instant.parse("2026-02-03T00:00:01.500Z");
        recording.record(
                owner,
                Stream.of(videos)
                        .map(video -> new Sample(video, at, new Counters(Map.of(Counter.SAVES, 7L))))
                        .toList());
        for (var video : videos) {
            assertThat(rows.count("select saves from tracked where id = '%s'".formatted(video.id())))
                    .isEqualTo(7);
        }
        return rows.texts("select snapshots from changed_at_once where snapshots > 0");
    }

    @Test
    void few_are_worked_out_together() {
        assertThat(recorded(told(3), told(5))).containsExactly("6");
    }

    @Test
    void many_are_worked_out_thing_by_thing() {
        assertThat(recorded(told(25_002), told(25_002))).containsExactly("25001", "25001");
    }
}
