package io.groundswell.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import io.groundswell.metric.Sample;
import io.groundswell.metric.Snapshots;
import io.groundswell.metric.Subject;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class DaysFollowerTest {
    private static final Instant START = Instant.parse("2026-02-03T12:00:00Z");

    /** Sums of the days of posts that differ from what is kept, on either side. */
    private static final String DIFFERENCES = """
            with posts as (
                select d.organization_id, d.mode, %1$s p.platform, d.day, sum(coalesce(d.impressions, 0)) as impressions,
                    sum(coalesce(d.likes, 0)) as likes, sum(coalesce(d.followers_gained, 0)) as followers_gained
                from metric_day d join published_post p on p.content_id = d.subject_id
                group by d.organization_id, d.mode, %1$s p.platform, d.day
            ), kept as (
                select organization_id, mode, %2$s platform, day, impressions, likes, followers_gained from %3$s
            )
            select count(*) from (
                (select * from posts where (impressions, likes, followers_gained) <> (0, 0, 0) except all
                 select * from kept where (impressions, likes, followers_gained) <> (0, 0, 0))
                union all
                (select * from kept where (impressions, likes, followers_gained) <> (0, 0, 0) except all
                 select * from posts where (impressions, likes, followers_gained) <> (0, 0, 0))) different""";

    /** Posts whose figures are not those of their subjects. */
    private static final String OTHER_POSTS = """
            select count(*) from published_post p left join metric_subject s on s.subject_id = p.content_id
            where (p.impressions, p.engagements) <> (coalesce(s.impressions, 0),
                coalesce(s.likes, 0) + coalesce(s.comments, 0) + coalesce(s.shares, 0) + coalesce(s.saves, 0)
                    + coalesce(s.link_clicks, 0))""";

    /** Subjects whose samples did not gain what their days did. */
    private static final String OTHER_GAINS = """
            select count(*) from metric_subject s
            left join (
                select subject_id, sum(impressions) as impressions, sum(likes) as likes,
                    sum(followers_gained) as followers_gained
                from metric_gain group by subject_id) g using (subject_id)
            where (coalesce(s.impressions, 0), coalesce(s.likes, 0), coalesce(s.followers_gained, 0))
                <> (coalesce(g.impressions, 0), coalesce(g.likes, 0), coalesce(g.followers_gained, 0))""";

    @Inject
    Snapshots snapshots;

    @Inject
    ContentFixture fixture;

    @Inject
    Rows rows;

    @Inject
    AgroalDataSource database;

    private final Random random = new Random(20_260_203);
    private Owner owner;
    private String mission;
    private final List<String> posts = new ArrayList<>();

    @BeforeEach
    void open() {
        rows.clear();
        owner = new Owner(Api.organization().id(), Mode.LIVE);
        mission = fixture.mission(owner);
        for (var i = 0; i < 4; i++) {
            posts.add(fixture.published(owner, mission, platform(i), START));
        }
        posts.add(fixture.published(owner, fixture.mission(owner), Platform.LINKEDIN, START));
    }

    private static Platform platform(int number) {
        return number % 2 == 0 ? Platform.TWITTER : Platform.LINKEDIN;
    }

    private long total(String table) {
        return rows.count("select coalesce(sum(impressions), 0) from " + table);
    }

    private void thenTheSumsAreRight() {
        assertThat(rows.count(DIFFERENCES.formatted("p.mission_id,", "mission_id,", "mission_day")))
                .isZero();
        assertThat(rows.count(DIFFERENCES.formatted("", "", "organization_day")))
                .isZero();
        assertThat(rows.count(OTHER_POSTS)).isZero();
        assertThat(rows.count(OTHER_GAINS)).isZero();
    }

    private Sample reading(String post) {
        var counters = new EnumMap<Counter, Long>(Counter.class);
        for (var counter : List.of(Counter.IMPRESSIONS, Counter.LIKES, Counter.FOLLOWERS_GAINED)) {
            if (random.nextInt(4) > 0) {
                counters.put(counter, (long) random.nextInt(1_000));
            }
        }
        var at = START.plus(Duration.ofHours(random.nextInt(24 * 6)));
        return new Sample(Subject.content(post), at, random.nextInt(10) == 0, new Counters(counters));
    }

    private List<Sample> readings(int most) {
        var samples = new ArrayList<Sample>();
        for (var i = 1 + random.nextInt(most); i > 0; i--) {
            samples.add(reading(posts.get(random.nextInt(posts.size()))));
        }
        return samples;
    }

    @Test
    void days_of_missions_and_organizations_are_the_sums_of_those_of_posts_whatever_arrives_when() {
        for (var i = 0; i < 40; i++) {
            snapshots.record(owner, readings(6));
            thenTheSumsAreRight();
        }
        assertThat(total("organization_day")).isPositive().isEqualTo(total("metric_day"));
    }

    @Test
    void many_who_measure_at_once_lose_nothing() throws Exception {
        var batches = new ArrayList<Callable<Void>>();
        for (var i = 0; i < 60; i++) {
            var batch = readings(8);
            batches.add(() -> {
                snapshots.record(owner, batch);
                return null;
            });
        }
        var threads = Executors.newFixedThreadPool(8);
        try {
            for (var done : threads.invokeAll(batches)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        thenTheSumsAreRight();
    }

    @Test
    void the_sums_move_with_the_zone() {
        snapshots.record(owner, readings(60));
        Sql.text("update organization set timezone = 'Pacific/Auckland' where id = :id")
                .update(database, Map.of("id", owner.organizationId()));

        fixture.drain("moved_zones");

        thenTheSumsAreRight();
    }

    @Test
    void what_a_deleted_mission_gained_goes_with_it_and_the_rest_stays() {
        snapshots.record(owner, readings(60));
        var others = total("mission_day where mission_id <> '" + mission + "'");

        rows.change("delete from mission where id = '" + mission + "'");

        assertThat(total("organization_day")).isPositive().isEqualTo(others);
        assertThat(total("metric_gain")).isEqualTo(others);
        assertThat(rows.count("select count(*) from published_post")).isEqualTo(1);
        thenTheSumsAreRight();
    }
}
