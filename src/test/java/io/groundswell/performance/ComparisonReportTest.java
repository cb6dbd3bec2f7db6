package io.groundswell.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.metric.Counter;
import io.groundswell.metric.Snapshots;
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
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two periods, and single items, against a plain list of posts and gains. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ComparisonReportTest {
    private static final Instant NOW = Instant.parse("2026-04-20T12:34:56Z");

    @Inject
    ComparisonReport report;

    @Inject
    ContentFigures items;

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

    private void open(String zoneId) {
        rows.clear();
        Api.setClock(NOW);
        random = new Random(zoneId.hashCode());
        zone = ZoneId.of(zoneId);
        owner = new Owner(Api.organizationIn(zoneId).id(), Mode.LIVE);
        plain = new PlainPosts(random, owner, NOW);
        plain.publish(30, List.of(fixture.mission(owner), fixture.mission(owner)), fixture, rows);
        plain.measure(10, snapshots);
    }

    private Period period() {
        var end = LocalDate.ofInstant(NOW, zone).minusDays(random.nextInt(40) - 2);
        return new Period(end.minusDays(random.nextInt(30)), end);
    }

    private void thenIs(Comparison.Side side, Period period) {
        var gained = plain.figures(gain -> PlainPosts.contains(period, gain.at(), zone));
        assertThat(side.period()).isEqualTo(period);
        assertThat(side.slice().posts())
                .isEqualTo(plain.posts(post -> PlainPosts.contains(period, post.out(), zone))
                        .size());
        for (var counter : Counter.ofPosts()) {
            assertThat(side.slice().figures().of(counter)).as(counter.name()).isEqualTo(gained.of(counter));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Europe/Berlin", "Asia/Kathmandu", "Pacific/Kiritimati"})
    void both_sides_are_those_of_the_plain_list(String zoneId) {
        open(zoneId);
        for (var round = 0; round < 20; round++) {
            var first = period();
            var second = round % 2 == 0 ? first.previous() : period();

            var comparison = report.of(owner, first, second);

            thenIs(comparison.first(), first);
            thenIs(comparison.second(), second);
            assertThat(comparison.insights()).isNotEmpty();
        }
        for (var stranger : List.of(
                new Owner(owner.organizationId(), Mode.TEST),
                new Owner(Api.organization().id(), Mode.LIVE))) {
            assertThat(report.of(stranger, period(), period()).insights())
                    .containsExactly("Neither period has any posts or impressions");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Kathmandu", "Pacific/Kiritimati"})
    void the_days_of_an_item_are_those_with_a_reading_and_add_up_to_its_lifetime(String zoneId) {
        open(zoneId);
        for (var post : plain.posts) {
            var answer = items.of(owner, post.id());

            var sums = answer.days().stream().map(ContentFigures.OfDay::gained).reduce(Figures.NONE, Figures::plus);
            var expected = plain.figures(gain -> gain.post() == post);
            for (var counter : Counter.ofPosts()) {
                assertThat(sums.of(counter)).isEqualTo(expected.of(counter));
                assertThat(answer.lifetime().of(counter)).isEqualTo(expected.of(counter));
            }
            for (var day : answer.days()) {
                assertThat(day.gained().impressions())
                        .isEqualTo(plain.figures(gain -> gain.post() == post
                                        && LocalDate.ofInstant(gain.at(), zone).equals(day.day()))
                                .impressions());
            }
            // The first one is that of the publication, when all counters began with nothing.
            var days = plain.gains().stream()
                    .filter(gain -> gain.post() == post)
                    .map(gain -> LocalDate.ofInstant(gain.at(), zone));
            assertThat(answer.days().stream().map(ContentFigures.OfDay::day).toList())
                    .isEqualTo(java.util.stream.Stream.concat(
                                    java.util.stream.Stream.of(LocalDate.ofInstant(post.out(), zone)), days)
                            .sorted()
                            .distinct()
                            .toList());
        }
    }
}
