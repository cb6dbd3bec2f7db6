package io.groundswell.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A source that hangs holds up what it is asked for, and nothing else. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SlowSourceTest {
    private static final Instant NOW = Instant.parse("2030-06-15T12:00:00Z");

    @Inject
    Lookup lookup;

    @Inject
    Holdup holdup;

    @Inject
    ContentFixture fixture;

    @Inject
    Rows rows;

    private Tracking slow;
    private Tracking other;

    @BeforeEach
    void open() {
        slow = lookup.begin(NOW);
        other = Tracking.begin(Map.of());
        Lookup.sandbox(slow);
        Lookup.sandbox(other);
    }

    @AfterEach
    void reset() {
        Api.resetClock();
    }

    private long named(Tracking tracking) {
        return rows.count("select count(*) from creator where display_name is not null and program_id = '"
                + tracking.project() + "'");
    }

    private long counted(Tracking tracking) {
        return rows.count("select count(*) from video_watch where claim is null and due_at > '" + NOW
                + "' and program_id = '" + tracking.project() + "'");
    }

    @Test
    void a_creator_whose_source_hangs_holds_up_no_other() {
        Lookup.creator(slow, "maya", "2030-06-01", "auto");
        holdup.at("profile");
        var hanging = fixture.begin("creators");
        holdup.awaitReached();

        Lookup.creator(other, "lena", "2030-06-01", "auto");
        assertThat(fixture.round("creators")).isOne();

        assertThat(named(other)).isOne();
        assertThat(named(slow)).isZero();
        assertThat(hanging).hasSize(1).noneMatch(CompletableFuture::isDone);
        holdup.letGo();
        hanging.forEach(CompletableFuture::join);
        assertThat(named(slow)).isOne();
    }

    @Test
    void a_project_whose_source_hangs_holds_up_the_counters_of_no_other() {
        Lookup.creator(slow, "maya", "2030-05-15", "auto");
        Lookup.creator(other, "lena", "2030-05-15", "auto");
        lookup.work();
        var videos = counted(other);
        assertThat(videos).isPositive();
        rows.change("update video_watch set due_at = '" + NOW.minusSeconds(1) + "'");
        rows.change("update video_watch set due_at = '" + NOW.minusSeconds(2) + "' where program_id = '"
                + slow.project() + "'");
        holdup.at("counters");
        var hanging = fixture.begin("videos");
        holdup.awaitReached();

        assertThat(hanging).hasSizeGreaterThan(1);
        hanging.stream().skip(1).forEach(CompletableFuture::join);

        assertThat(counted(other)).isEqualTo(videos);
        assertThat(counted(slow)).isZero();
        assertThat(hanging.get(0)).isNotDone();
        holdup.letGo();
        hanging.get(0).join();
        assertThat(counted(slow)).isPositive();
    }
}
