package io.groundswell.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.metric.Counter;
import io.groundswell.metric.Snapshots;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class OverviewReportTest {
    private static final Instant NOW = Instant.parse("2026-04-20T12:34:56Z");

    @Inject
    OverviewReport report;

    @Inject
    Snapshots snapshots;

    @Inject
    ContentFixture fixture;

    @Inject
    Rows rows;

    private Random random;
    private Owner owner;
    private ZoneId zone;
    private PlainPosts plain;

    @AfterEach
    void resetClock() {
        Api.resetClock();
    }

    private void open(String zoneId, int posts) {
        rows.clear();
        Api.setClock(NOW);
        random = new Random(zoneId.hashCode());
        zone = ZoneId.of(zoneId);
        owner = new Owner(Api.organizationIn(zoneId).id(), Mode.LIVE);
        plain = new PlainPosts(random, owner, NOW);
        plain.publish(posts, List.of(fixture.mission(owner), fixture.mission(owner)), fixture, rows);
        plain.measure(12, snapshots);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private Period period(int mostDays) {
        var end = day(NOW).minusDays(random.nextInt(30));
        return new Period(end.minusDays(random.nextInt(mostDays)), end);
    }

    private boolean isIn(Period period, Instant at) {
        return PlainPosts.contains(period, at, zone);
    }

    private void thenIs(Slice slice, Predicate<PlainPosts.Post> wanted, Predicate<Instant> when) {
        assertThat(slice.posts())
                .isEqualTo(plain.posts(post -> wanted.test(post) && when.test(post.out()))
                        .size());
        thenAre(slice.figures(), wanted, when);
    }

    private void thenAre(Figures figures, Predicate<PlainPosts.Post> wanted, Predicate<Instant> when) {
        Predicate<PlainPosts.Gain> gains = gain -> wanted.test(gain.post()) && when.test(gain.at());
        var expected = plain.figures(gains);
        for (var counter : Counter.ofPosts()) {
            assertThat(figures.of(counter)).as(counter.name()).isEqualTo(expected.of(counter));
        }
        var impressions = expected.impressions();
        var engagements = PlainPosts.engagements(expected);
        var rate = impressions == 0 ? 0 : 100.0 * engagements / impressions;
        assertThat(figures.engagements()).isEqualTo(engagements);
        assertThat(figures.engagementRate()).isBetween(rate - 0.0051, rate + 0.0051);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "America/New_York",
                "Europe/Berlin",
                "Asia/Kathmandu",
                "Australia/Lord_Howe",
                "America/Asuncion"
            })
    void every_sum_is_that_of_the_plain_list_of_gains(String zoneId) {
        open(zoneId, 25);
        for (var round = 0; round < 12; round++) {
            Set<Platform> some = EnumSet.noneOf(Platform.class);
            PlainPosts.PLATFORMS.stream()
                    .filter(platform -> random.nextBoolean())
                    .forEach(some::add);
            Predicate<PlainPosts.Post> counts = post -> some.isEmpty() || some.contains(post.platform());
            var granularity = Granularity.values()[1 + random.nextInt(3)];
            var period = period(40);

            var overview = report.of(owner, period, some, granularity);

            thenIs(overview.total(), counts, at -> isIn(period, at));
            thenAre(overview.before(), counts, at -> isIn(period.previous(), at));
            for (var platform : PlainPosts.PLATFORMS) {
                thenIs(
                        overview.byPlatform().getOrDefault(platform, Slice.NONE),
                        post -> counts.test(post) && post.platform() == platform,
                        at -> isIn(period, at));
            }
            assertThat(sum(overview.byPlatform().values())).isEqualTo(overview.total());
            assertThat(sum(steps(overview))).isEqualTo(overview.total());
            for (var step : overview.series()) {
                thenIs(
                        step.slice(),
                        counts,
                        at -> isIn(period, at)
                                && granularity.bucketOf(day(at)).toString().equals(step.start()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Kathmandu", "Australia/Lord_Howe"})
    void hours_add_up_to_the_days_they_are_of(String zoneId) {
        open(zoneId, 20);
        for (var round = 0; round < 5; round++) {
            var period = period(Granularity.values().length);
            Set<Platform> some = round % 2 == 0 ? Set.of() : Set.of(Platform.LINKEDIN);

            var overview = report.of(owner, period, some, Granularity.HOUR);

            assertThat(sum(steps(overview))).isEqualTo(overview.total());
            for (var step : overview.series()) {
                thenIs(
                        step.slice(),
                        post -> some.isEmpty() || some.contains(post.platform()),
                        at -> isIn(period, at)
                                && at.truncatedTo(ChronoUnit.HOURS).toString().equals(step.start()));
            }
        }
    }

    private static List<Slice> steps(Overview overview) {
        return overview.series().stream().map(Overview.Step::slice).toList();
    }

    private static Slice sum(java.util.Collection<Slice> slices) {
        return slices.stream().reduce(Slice.NONE.plus(Slice.NONE), Slice::plus);
    }

    @Test
    void the_best_posts_are_those_that_most_engaged_among_those_that_enough_have_seen() {
        open("UTC", 30);
        var period = new Period(day(NOW).minusDays(40), day(NOW));

        var top = report.of(owner, period, Set.of(), Granularity.DAY).top();

        var seen = plain.posts(post -> isIn(period, post.out())).stream()
                .filter(post -> impressions(post) >= 100)
                .map(this::rate)
                .sorted(java.util.Comparator.reverseOrder())
                .limit(5)
                .toList();
        assertThat(top.stream()
                        .map(post -> (double) post.figured().engagements()
                                / post.figured().impressions()))
                .containsExactlyElementsOf(seen);
    }

    private long impressions(PlainPosts.Post post) {
        return plain.figures(gain -> gain.post() == post).impressions();
    }

    private double rate(PlainPosts.Post post) {
        return (double) PlainPosts.engagements(plain.figures(gain -> gain.post() == post)) / impressions(post);
    }

    @Test
    void another_organization_and_the_other_mode_see_nothing_of_it() {
        open("UTC", 5);
        var period = new Period(day(NOW).minusDays(60), day(NOW));
        var strangers =
                List.of(new Owner(Api.organization().id(), Mode.LIVE), new Owner(owner.organizationId(), Mode.TEST));

        for (var stranger : strangers) {
            var overview = report.of(stranger, period, Set.of(), Granularity.DAY);

            assertThat(overview.total()).isEqualTo(Slice.NONE);
            assertThat(overview.top()).isEmpty();
            assertThat(overview.missionsActive()).isZero();
        }
        assertThat(report.of(owner, period, Set.of(), Granularity.DAY).total().posts())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, 2026-04-01, 2026-06-01, , , true",
        "ACTIVE, 2026-04-20, 2026-06-01, , , true",
        "ACTIVE, 2026-04-21, 2026-06-01, , , false",
        "DRAFT, 2026-04-01, 2026-06-01, , , false",
        "PAUSED, 2026-04-01, 2026-06-01, 2026-04-10, , false",
        "PAUSED, 2026-04-01, 2026-06-01, 2026-04-15, , true",
        "COMPLETED, 2026-03-01, 2026-06-01, , 2026-04-10, false",
        "COMPLETED, 2026-03-01, 2026-06-01, , 2026-04-15, true",
        "COMPLETED, 2026-03-01, 2026-06-01, 2026-04-10, 2026-04-15, false",
        // Completed long after its end, as by a server that slept
        "COMPLETED, 2026-03-01, 2026-04-10, , 2026-04-15, false",
        "ACTIVE, 2026-03-01, 2026-04-10, , , false",
        "ACTIVE, 2026-03-01, 2026-04-15, , , true"
    })
    void a_mission_counts_until_it_ends_or_stops(
            String status, String starts, String ends, String paused, String completed, boolean counts) {
        Api.setClock(NOW);
        owner = new Owner(Api.organizationIn("UTC").id(), Mode.LIVE);
        fixture.setMission(
                fixture.mission(owner),
                "status = '%s', starts_at = %s, ends_at = %s, paused_at = %s, completed_at = %s"
                        .formatted(status, noon(starts), noon(ends), noon(paused), noon(completed)));
        var period = new Period(LocalDate.parse("2026-04-14"), LocalDate.parse("2026-04-20"));

        var overview = report.of(owner, period, Set.of(), Granularity.DAY);

        assertThat(overview.missionsActive()).isEqualTo(counts ? 1 : 0);
    }

    private static String noon(String day) {
        return day == null ? "null" : "timestamptz '" + day + "T12:00:00Z'";
    }
}
