package io.groundswell.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Reaper;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.groundswell.work.OneByOne;
import io.groundswell.work.Stopping;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Workers that are killed over and over, at every step, while they look creators up. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class KilledLookupTest {
    /** In the sandbox nobody posts in the hours from here on, so that all who look find the same. */
    private static final Instant NOW = Instant.parse("2030-06-15T00:30:00Z");

    private static final int CREATORS = 12;
    private static final List<Logger> NOISE =
            List.of(Logger.getLogger("io.groundswell.source"), Logger.getLogger("io.groundswell.work.OneByOne"));

    @Inject
    Lookup lookup;

    @Inject
    CreatorWatches creatorWatches;

    @Inject
    CreatorVisit visit;

    @Inject
    VideoWatches videoWatches;

    @Inject
    CountingCalls calls;

    @Inject
    SourceConfig config;

    @Inject
    OneByOne oneByOne;

    @Inject
    Stopping stopping;

    @Inject
    Reaper reaper;

    @Inject
    Rows rows;

    @Inject
    Clock clock;

    private Tracking tracking;

    @BeforeEach
    void open() {
        NOISE.forEach(logger -> logger.setLevel(Level.OFF));
        tracking = lookup.begin(NOW);
        Lookup.sandbox(tracking);
        for (var number = 0; number < CREATORS; number++) {
            Lookup.creator(tracking, "maya." + number, "2030-04-16", "auto");
        }
    }

    @AfterEach
    void restore() {
        NOISE.forEach(logger -> logger.setLevel(null));
        reaper.killEvery(Integer.MAX_VALUE);
        Api.resetClock();
    }

    private int work() {
        return Reaper.lives(threads -> {
            var videos = new VideoRound(videoWatches, calls, threads, config, oneByOne, stopping, clock);
            return new CreatorRound(creatorWatches, visit, threads, config, oneByOne, stopping, clock).run(Instant.MAX)
                    + videos.run(Instant.MAX);
        });
    }

    /** What there is when nobody dies. */
    private String all() {
        return rows.texts("""
                select concat_ws(' ', (select count(*) from video), (select count(distinct platform_id) from video),
                    (select count(*) from creator where display_name is not null),
                    (select count(*) from creator_watch where discovered_from is not null and claim is null),
                    (select count(*) from video_watch where claim is null and due_at is not null),
                    (select count(*) from tracked where kind = 'VIDEO' and first_at = (
                        select posted_at from video v where v.id = tracked.id)),
                    (select count(*) from tracked where kind = 'CREATOR' and followers is not null))""").get(0);
    }

    @Test
    void nothing_is_lost_and_nothing_is_double_however_often_they_are_killed() throws Exception {
        // Given
        reaper.killEvery(5, 4);
        // When
        for (var round = 0; round < 60; round++) {
            Crowd.of(2, this::work);
            Api.setClock(clock.instant().plus(CreatorWatches.LEASE).plusSeconds(1));
            if (rows.count("select count(*) from creator_watch where claim is not null")
                            + rows.count("select count(*) from video_watch where claim is not null")
                    == 0) {
                break;
            }
        }
        // Then
        var parts = all().split(" ");
        assertThat(parts[0]).isEqualTo(parts[1]).isEqualTo(parts[4]).isEqualTo(parts[5]);
        assertThat(parts[2]).isEqualTo(parts[3]).isEqualTo(parts[6]).isEqualTo(Integer.toString(CREATORS));
        assertThat(reaper.kills())
                .containsKeys(
                        "before the commit of CreatorWatches",
                        "after the commit of CreatorWatches",
                        "before the profile",
                        "after the profile",
                        "before the page",
                        "after the page",
                        "before the commit of ProfileKeeping",
                        "after the commit of ProfileKeeping",
                        "before the commit of Discovery",
                        "after the commit of Discovery");
        // Then the same as what one finds whom nobody kills
        var found = rows.texts("select platform_id || ' ' || url from video order by 1");
        reaper.killEvery(Integer.MAX_VALUE);
        var other = new Tracking(tracking.organization(), Tracking.project(tracking.organization(), "Other"));
        Lookup.sandbox(other);
        Api.setClock(NOW);
        for (var number = 0; number < CREATORS; number++) {
            Lookup.creator(other, "maya." + number, "2030-04-16", "auto");
        }
        lookup.work();
        assertThat(rows.texts("select platform_id || ' ' || url from video where program_id = '" + other.project()
                        + "' order by 1"))
                .isEqualTo(found);
    }

    @Test
    void counters_are_read_by_somebody_else_when_whoever_began_is_killed() throws Exception {
        lookup.work();
        var videos = lookup.videos();
        // The clock goes on from where it is set, so the first look was later than NOW, but not by as much.
        var again = NOW.plusSeconds(3600);
        Api.setClock(again);
        rows.change("update video_watch set due_at = '" + NOW + "'");
        reaper.killEvery(3, 2);
        for (var round = 0; round < 60; round++) {
            Crowd.of(2, this::work);
            Api.setClock(clock.instant().plus(CreatorWatches.LEASE).plusSeconds(1));
            if (rows.count("select count(*) from video_watch where claim is not null") == 0) {
                break;
            }
        }
        assertThat(reaper.kills()).containsKeys("before the counters", "after the counters");
        assertThat(rows.count(
                        "select count(*) from video_watch where claim is null and due_at > '" + clock.instant() + "'"))
                .isEqualTo(videos);
        // Each was kept once, at one moment or another: the others were undone.
        assertThat(rows.count("select count(*) from (select id from tracked_snapshot s join video v using (id)"
                        + " where s.at >= '" + again + "' group by id having count(*) = 1) once"))
                .isEqualTo(videos);
    }
}
