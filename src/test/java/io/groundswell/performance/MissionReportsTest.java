package io.groundswell.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.metric.Counter;
import io.groundswell.metric.Snapshots;
import io.groundswell.mission.Platform;
import io.groundswell.performance.Breakdown.Group;
import io.groundswell.performance.PlainPosts.Gain;
import io.groundswell.performance.PlainPosts.Post;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the report says, against a plain list of posts and gains. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class MissionReportsTest {
    private static final Instant NOW = Instant.parse("2026-04-20T12:34:56Z");
    private static final String KPIS = """
            kpis = '[{"metric": "IMPRESSIONS", "target": 20000, "platform": "all"},
                {"metric": "IMPRESSIONS", "target": 7000, "platform": "twitter"},
                {"metric": "LIKES", "target": 300, "platform": "linkedin"},
                {"metric": "ENGAGEMENT_RATE", "target": 5, "platform": "mastodon"},
                {"metric": "IMPRESSIONS", "target": 10, "platform": "bluesky"}]'""";

    @Inject
    MissionReports reports;

    @Inject
    Snapshots snapshots;

    @Inject
    ContentFixture fixture;

    @Inject
    Rows rows;

    private Owner owner;
    private ZoneId zone;
    private List<String> missions;
    private PlainPosts plain;

    @AfterEach
    void resetClock() {
        Api.resetClock();
    }

    private void open(String zoneId, int seed, int posts) {
        rows.clear();
        Api.setClock(NOW);
        zone = ZoneId.of(zoneId);
        owner = new Owner(Api.organizationIn(zoneId).id(), Mode.LIVE);
        missions = List.of(fixture.mission(owner), fixture.mission(owner));
        missions.forEach(mission -> fixture.setMission(mission, KPIS));
        plain = new PlainPosts(new Random(31L * zoneId.hashCode() + seed), owner, NOW);
        plain.within(Duration.ofDays(seed % 2 == 0 ? 60 : 15)).publish(posts, missions, fixture, rows);
        plain.measure(9, snapshots);
    }

    private List<Post> posts(String mission) {
        return plain.posts(post -> post.mission().equals(mission));
    }

    private Figures figures(List<Post> posts) {
        return plain.figures(gain -> posts.contains(gain.post()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Auckland"})
    void every_figure_is_that_of_the_plain_list_of_gains(String zoneId) {
        for (var seed = 0; seed < 4; seed++) {
            open(zoneId, seed, 40);
            for (var mission : missions) {
                var posts = posts(mission);
                fixture.scheduled(owner, mission, Platform.TWITTER, NOW.plus(Duration.ofDays(1)));

                var report = reports.of(owner, mission);

                var summary = report.summary();
                var figures = figures(posts);
                assertThat(summary.published()).isEqualTo(posts.size());
                assertThat(summary.scheduled()).isEqualTo(1);
                for (var counter : Counter.ofPosts()) {
                    assertThat(summary.figures().of(counter)).as(counter.name()).isEqualTo(figures.of(counter));
                }
                thenTheBestMomentsAreRight(summary, posts);
                thenAre(report.byType(), posts, post -> post.type().toString());
                thenAre(report.byPillar(), posts, Post::pillar);
                thenItAddsUp(report);
                assertThat(report.kpis()).hasSize(5);
                report.kpis().forEach(kpi -> thenIs(kpi, posts));
            }
        }
    }

    @Test
    void a_mission_that_was_completed_late_is_told_of_until_its_end() {
        open("UTC", 0, 0);
        var mission = missions.get(0);
        var start = NOW.minus(Duration.ofDays(20));
        var end = start.plus(Duration.ofDays(14));
        fixture.setMission(
                mission,
                "status = 'COMPLETED', starts_at = '%s', ends_at = '%s', completed_at = '%s'"
                        .formatted(start, end, NOW));
        assertThat(reports.of(owner, mission).period()).isEqualTo(new Period(day(start), day(end)));
        fixture.setMission(mission, "completed_at = '%s'".formatted(start.plus(Duration.ofDays(3))));
        assertThat(reports.of(owner, mission).period().end()).isEqualTo(day(start.plus(Duration.ofDays(3))));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private void thenTheBestMomentsAreRight(MissionSummary summary, List<Post> posts) {
        var day = best(posts, post -> post.at().getDayOfWeek().getValue());
        var hour = best(posts, post -> post.at().getHour());
        assertThat(summary.bestDay())
                .isEqualTo(day == null ? null : DayOfWeek.of(day).getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        assertThat(summary.bestTime()).isEqualTo(hour == null ? null : "%02d:00".formatted(hour));
    }

    /** The moment with the best mean rate of at least two posts that a hundred have seen, the earlier of equals. */
    private Integer best(List<Post> posts, Function<Post, Integer> moment) {
        var rates = new TreeMap<Integer, List<Double>>();
        for (var post : posts) {
            var figures = figures(List.of(post));
            if (figures.impressions() >= 100) {
                rates.computeIfAbsent(moment.apply(post), any -> new ArrayList<>())
                        .add(100.0 * PlainPosts.engagements(figures) / figures.impressions());
            }
        }
        Integer best = null;
        var most = -1.0;
        for (var entry : rates.entrySet()) {
            var mean = entry.getValue().stream()
                    .mapToDouble(rate -> rate)
                    .average()
                    .orElseThrow();
            if (entry.getValue().size() >= 2 && mean > most) {
                best = entry.getKey();
                most = mean;
            }
        }
        return best;
    }

    private void thenAre(List<Group> groups, List<Post> all, Function<Post, String> name) {
        var posts = all.stream().filter(post -> name.apply(post) != null).toList();
        assertThat(groups).extracting(Group::name).doesNotHaveDuplicates();
        assertThat(groups)
                .isSortedAccordingTo(
                        Comparator.comparing(group -> group.figured().impressions(), Comparator.reverseOrder()));
        assertThat(groups.stream().mapToLong(group -> group.figured().posts()).sum())
                .isEqualTo(posts.size());
        for (var group : groups) {
            var mine = posts.stream()
                    .filter(post -> name.apply(post).equals(group.name()))
                    .toList();
            var figures = figures(mine);
            assertThat(group.figured())
                    .isEqualTo(new Figured(mine.size(), figures.impressions(), PlainPosts.engagements(figures)));
            assertThat(group.figured().rate()).isEqualTo(rate(figures));
        }
    }

    private static double rate(Figures figures) {
        return figures.impressions() == 0
                ? 0
                : Math.round(10_000.0 * PlainPosts.engagements(figures) / figures.impressions()) / 100.0;
    }

    private static void thenItAddsUp(MissionReport report) {
        var types = report.byType().stream().map(Group::figured).reduce(Figured.NONE, Figured::plus);
        var figures = report.summary().figures();
        assertThat(types)
                .isEqualTo(new Figured(report.summary().published(), figures.impressions(), figures.engagements()));
        assertThat(types.rate()).isEqualTo(figures.engagementRate());
        assertThat(report.kpis().get(0).current()).isEqualTo(figures.impressions());
    }

    private void thenIs(KpiProgress progress, List<Post> all) {
        var kpi = progress.kpi();
        var posts = all.stream()
                .filter(post -> kpi.platform().equals("all")
                        || kpi.platform().equals(post.platform().toString()))
                .toList();
        if (posts.isEmpty()) {
            assertThat(progress).isEqualTo(KpiProgress.unmeasured(kpi));
            return;
        }
        var value = value(kpi.metric().toString(), figures(posts));
        assertThat(progress.current().doubleValue()).isEqualTo(value);
        assertThat(progress.progressPercent())
                .isEqualTo(Math.round(100 * value / kpi.target().doubleValue()));
        var today = LocalDate.ofInstant(NOW, zone);
        var before = gained(posts, today.minusDays(14), today.minusDays(7));
        if (before.impressions() > 0) {
            var old = value(kpi.metric().toString(), before);
            var young = value(kpi.metric().toString(), gained(posts, today.minusDays(7), today));
            assertThat(progress.trend())
                    .isEqualTo(
                            Math.abs(young - old) <= 0.05 * old
                                    ? KpiProgress.Trend.STABLE
                                    : young > old ? KpiProgress.Trend.IMPROVING : KpiProgress.Trend.DECLINING);
        }
    }

    private static double value(String metric, Figures figures) {
        return metric.equals("engagement_rate")
                ? rate(figures)
                : figures.of(Counter.valueOf(metric.toUpperCase(Locale.ROOT)));
    }

    private Figures gained(List<Post> posts, LocalDate from, LocalDate until) {
        Predicate<Gain> counts = gain -> {
            var day = LocalDate.ofInstant(gain.at(), zone);
            return posts.contains(gain.post()) && !day.isBefore(from) && day.isBefore(until);
        };
        return plain.figures(counts);
    }

    @Test
    void another_organization_and_the_other_mode_have_no_such_mission() {
        open("UTC", 0, 5);
        for (var stranger :
                List.of(new Owner(Api.organization().id(), Mode.LIVE), new Owner(owner.organizationId(), Mode.TEST))) {
            assertThatThrownBy(() -> reports.of(stranger, missions.get(0)))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("No such mission: " + missions.get(0));
        }
    }

    @Test
    void progress_is_the_share_of_its_time_that_a_mission_was_active_for() {
        open("UTC", 1, 3);
        var mission = missions.get(0);
        fixture.setMission(mission, "starts_at = '2026-04-05T12:34:56Z', ends_at = '2026-06-04T12:34:56Z'");
        assertThat(reports.of(owner, mission).progressPercent()).isEqualTo(25);

        fixture.setMission(mission, "status = 'COMPLETED', completed_at = starts_at + interval '6 days'");
        assertThat(reports.of(owner, mission).progressPercent()).isEqualTo(10);

        fixture.setMission(mission, "paused_at = starts_at + interval '3 days'");
        assertThat(reports.of(owner, mission).progressPercent()).isEqualTo(5);

        fixture.setMission(mission, "paused_at = null, completed_at = ends_at + interval '1 hour'");
        assertThat(reports.of(owner, mission).progressPercent()).isEqualTo(100);
    }

    @Test
    void progress_stays_right_in_a_zone_in_which_a_mission_began_at_midnight() {
        open("UTC", 0, 0);
        var start = Instant.parse("2026-04-01T04:00:00Z");
        var mission = fixture.mission(owner, "{\"timezone\":\"America/New_York\"}");
        fixture.setMission(
                mission,
                "starts_at = '%s', ends_at = '%s', duration_days = 2".formatted(start, start.plus(Duration.ofDays(2))));
        Api.setClock(start.plus(Duration.ofDays(1)));
        assertThat(reports.of(owner, mission).progressPercent()).isEqualTo(50);
    }
}
