package io.groundswell.performance;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.content.ContentError;
import io.groundswell.metric.Counter;
import io.groundswell.metric.Snapshots;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one item came to, against a plain list of gains. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ContentFiguresTest {
    /** Clocks change within the two months before it. */
    private static final Instant NOW = Instant.parse("2026-04-20T12:00:00Z");

    @Inject
    ContentFigures figures;

    @Inject
    Snapshots snapshots;

    @Inject
    ContentFixture fixture;

    @Inject
    Rows rows;

    private Owner owner;
    private ZoneId zone;
    private PlainPosts plain;

    private void open(String zoneId) {
        rows.clear();
        zone = ZoneId.of(zoneId);
        owner = new Owner(Api.organizationIn(zoneId).id(), Mode.LIVE);
        plain = new PlainPosts(new Random(zoneId.hashCode()), owner, NOW);
        plain.within(Duration.ofDays(50)).publish(6, List.of(fixture.mission(owner)), fixture, rows);
        // Close together as well, so that days have several readings.
        plain.within(Duration.ofDays(2)).publish(6, List.of(fixture.mission(owner)), fixture, rows);
        plain.measure(12, snapshots);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe", "America/New_York"})
    void days_and_lifetime_are_those_of_the_plain_list_of_gains(String zoneId) {
        open(zoneId);
        for (var post : plain.posts) {
            var answer = figures.of(owner, post.id());

            var byDay = new TreeMap<LocalDate, List<Gain>>(
                    gains(post).stream().collect(groupingBy(gain -> LocalDate.ofInstant(gain.at(), zone))));
            // Everything is nothing when it goes out, and that is a reading.
            byDay.putIfAbsent(LocalDate.ofInstant(post.out(), zone), List.of());
            assertThat(answer.days()).extracting(ContentFigures.OfDay::day).containsExactlyElementsOf(byDay.keySet());
            answer.days().forEach(day -> thenAre(day.gained(), byDay.get(day.day())));
            thenAre(answer.lifetime(), gains(post));
            assertThat(answer.days().stream()
                            .map(ContentFigures.OfDay::gained)
                            .reduce(Figures.NONE, Figures::plus)
                            .engagements())
                    .isEqualTo(answer.lifetime().engagements());
        }
    }

    private List<Gain> gains(Post post) {
        return plain.gains().stream().filter(gain -> gain.post() == post).toList();
    }

    private static void thenAre(Figures told, List<Gain> gains) {
        var expected = gains.stream().map(gain -> new Figures(gain.gained())).reduce(Figures.NONE, Figures::plus);
        for (var counter : Counter.ofPosts()) {
            assertThat(told.of(counter)).as(counter.name()).isEqualTo(expected.of(counter));
        }
        assertThat(told.engagements()).isEqualTo(PlainPosts.engagements(expected));
        var rate = told.impressions() == 0 ? 0 : 100.0 * told.engagements() / told.impressions();
        assertThat(told.engagementRate()).isCloseTo(rate, Assertions.within(0.005));
    }

    @Test
    void another_organization_and_the_other_mode_have_no_such_item() {
        open("UTC");
        var id = plain.posts.get(0).id();
        for (var stranger :
                List.of(new Owner(Api.organization().id(), Mode.LIVE), new Owner(owner.organizationId(), Mode.TEST))) {
            Assertions.assertThatThrownBy(() -> figures.of(stranger, id))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                            .isEqualTo(ContentError.CONTENT_NOT_FOUND));
        }
    }
}
