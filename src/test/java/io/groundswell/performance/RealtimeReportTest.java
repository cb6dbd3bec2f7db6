package io.groundswell.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.metric.Counter;
import io.groundswell.metric.Snapshots;
import io.groundswell.mission.Platform;
import io.groundswell.performance.PlainPosts.Gain;
import io.groundswell.performance.PlainPosts.Post;
import io.groundswell.publishing.Upcoming;
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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the report says, against a plain list of posts and gains. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class RealtimeReportTest {
    /** Clocks in Berlin and on Lord Howe change within the 30 days before it. */
    private static final Instant NOW = Instant.parse("2026-04-20T12:34:56Z");

    private static final List<String> ZONES =
            List.of("UTC", "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe", "America/New_York");

    @Inject
    RealtimeReport report;

    @Inject
    Snapshots snapshots;

    @Inject
    ContentFixture fixture;

    @Inject
    Rows rows;

    private Owner owner;
    private String mission;
    private ZoneId zone;
    private PlainPosts plain;
    private Instant now;
    private final Set<Velocity> velocities = new HashSet<>();
    private final Set<Boolean> trends = new HashSet<>();

    @AfterEach
    void resetClock() {
        Api.resetClock();
    }

    private void open(String zoneId, int seed, int posts) {
        rows.clear();
        Api.setClock(NOW);
        zone = ZoneId.of(zoneId);
        owner = new Owner(Api.organizationIn(zoneId).id(), Mode.LIVE);
        mission = fixture.mission(owner);
        var missions = List.of(mission, fixture.mission(owner));
        plain = new PlainPosts(new Random(31L * zoneId.hashCode() + seed), owner, NOW);
        plain.within(Duration.ofDays(40)).publish(posts, missions, fixture, rows);
        plain.within(Duration.ofDays(3)).publish(posts, missions, fixture, rows);
        plain.measure(8, snapshots);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private Figures figures(Post post) {
        return plain.figures(gain -> gain.post() == post);
    }

    @Test
    void every_figure_is_that_of_the_plain_list_of_gains() {
        for (var zoneId : ZONES) {
            for (var seed = 0; seed < 3; seed++) {
                open(zoneId, seed, 25);

                var realtime = report.of(owner);

                now = realtime.asOf();
                assertThat(now).isBetween(NOW, NOW.plus(Duration.ofMinutes(5)));
                thenTheLastDayIsRight(realtime.lastDay());
                thenAre(realtime.active(), plain.posts(post -> !post.out().isBefore(now.minus(Duration.ofHours(48)))));
            }
        }
        assertThat(velocities).containsExactlyInAnyOrder(Velocity.values());
        assertThat(trends).containsExactlyInAnyOrder(true, false);
    }

    private void thenAre(List<Realtime.ActivePost> told, List<Post> active) {
        var newest = active.stream()
                .sorted(Comparator.comparing(Post::out).reversed().thenComparing(Post::id))
                .limit(20)
                .toList();
        assertThat(told)
                .extracting(Realtime.ActivePost::contentId)
                .containsExactlyElementsOf(newest.stream().map(Post::id).toList());
        for (var at = 0; at < told.size(); at++) {
            thenIs(told.get(at), newest.get(at));
        }
    }

    private void thenTheLastDayIsRight(Slice lastDay) {
        var from = now.minus(Duration.ofHours(24));
        var expected = plain.figures(gain -> gain.at().isAfter(from));
        assertThat(lastDay.posts())
                .isEqualTo(plain.posts(post -> post.out().isAfter(from)).size());
        for (var counter : Counter.ofPosts()) {
            assertThat(lastDay.figures().of(counter)).as(counter.name()).isEqualTo(expected.of(counter));
        }
        assertThat(expected.impressions()).isPositive();
    }

    private void thenIs(Realtime.ActivePost told, Post post) {
        var figures = figures(post);
        assertThat(told.platform()).isEqualTo(post.platform());
        assertThat(told.publishedAt()).isEqualTo(post.out());
        for (var counter : Counter.ofPosts()) {
            assertThat(told.figures().of(counter)).as(counter.name()).isEqualTo(figures.of(counter));
        }
        var pace = figures.impressions() / Math.max(1, hours(post.out(), now));
        var usual = usual(post.platform());
        var velocity = pace == 0
                ? Velocity.LOW
                : pace >= 2 * usual.pace()
                        ? Velocity.HIGH
                        : pace >= 0.75 * usual.pace() ? Velocity.MEDIUM : Velocity.LOW;
        assertThat(told.velocity()).isEqualTo(velocity);
        assertThat(told.trending()).isEqualTo(velocity == Velocity.HIGH && rounded(figures) > usual.rate());
        velocities.add(told.velocity());
        trends.add(told.trending());
    }

    private static double hours(Instant from, Instant until) {
        return Duration.between(from, until).toSeconds() / 3_600.0;
    }

    private static double rounded(Figures figures) {
        return figures.impressions() == 0
                ? 0
                : Math.round(10_000.0 * PlainPosts.engagements(figures) / figures.impressions()) / 100.0;
    }

    private record Usual(double pace, double rate) {}

    /** Of the platform's posts of 30 days, on the day each went out and the next, as far as these have come. */
    private Usual usual(Platform platform) {
        var hours = 0.0;
        var all = plain.gains();
        var gains = new ArrayList<Gain>();
        for (var post : plain.posts(
                post -> post.platform() == platform && !post.out().isBefore(now.minus(Duration.ofDays(30))))) {
            var over = day(post.out()).plusDays(2).atStartOfDay(zone).toInstant();
            hours += hours(post.out(), over.isBefore(now) ? over : now);
            all.stream()
                    .filter(gain -> gain.post() == post && gain.at().isBefore(over))
                    .forEach(gains::add);
        }
        var figures = gains.stream().map(gain -> new Figures(gain.gained())).reduce(Figures.NONE, Figures::plus);
        assertThat(figures.impressions()).isPositive();
        return new Usual(
                figures.impressions() / hours, 100.0 * PlainPosts.engagements(figures) / figures.impressions());
    }

    @Test
    void the_next_ten_are_told_in_the_order_in_which_they_go_out() {
        open("UTC", 0, 2);
        var ids = new ArrayList<String>();
        for (var i = 0; i < 12; i++) {
            ids.add(fixture.scheduled(owner, mission, Platform.TWITTER, NOW.plus(Duration.ofHours(12 - i))));
        }
        Collections.reverse(ids);

        var next = report.of(owner).next();

        assertThat(next).extracting(Upcoming::contentId).containsExactlyElementsOf(ids.subList(0, 10));
        assertThat(next.get(0).at()).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void only_what_will_go_out_is_next() {
        open("UTC", 0, 2);
        var at = NOW.plus(Duration.ofHours(3));
        var next = fixture.scheduled(owner, mission, Platform.TWITTER, at);
        fixture.scheduled(owner, mission, Platform.TWITTER, NOW.minus(Duration.ofHours(1)));
        fixture.set(fixture.scheduled(owner, mission, Platform.TWITTER, at), "hold = true");
        for (var status : List.of("PAUSED", "COMPLETED")) {
            var other = fixture.mission(owner);
            fixture.scheduled(owner, other, Platform.TWITTER, at);
            fixture.setMission(other, "status = '" + status + "'");
        }

        assertThat(report.of(owner).next()).extracting(Upcoming::contentId).containsExactly(next);
    }

    @Test
    void another_organization_and_the_other_mode_see_nothing_of_it() {
        open("UTC", 0, 5);
        for (var stranger :
                List.of(new Owner(Api.organization().id(), Mode.LIVE), new Owner(owner.organizationId(), Mode.TEST))) {
            var realtime = report.of(stranger);
            assertThat(realtime.lastDay().posts()).isZero();
            assertThat(realtime.lastDay().figures().impressions()).isZero();
            assertThat(realtime.active()).isEmpty();
            assertThat(realtime.next()).isEmpty();
        }
    }
}
