package io.groundswell.performance;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each question to the database: a few rows, and the table that they must come to. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class MeasurementsTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");

    @Inject
    ContentFixture fixture;

    @Inject
    Snapshots snapshots;

    @Inject
    Measurements measurements;

    @Inject
    Rows rows;

    private Owner owner;
    private String mission;

    @BeforeEach
    void open() {
        Api.setClock(NOW);
        rows.clear();
        owner = new Owner(Api.organization().id(), Mode.TEST);
        mission = fixture.mission(owner);
    }

    @AfterEach
    void restore() {
        Api.resetClock();
    }

    private String post(Platform platform, String at) {
        var id = fixture.published(owner, mission, platform, Instant.parse(at));
        sample(id, at, 0);
        return id;
    }

    /** Counters that tell each other apart: a thousand impressions, and of the others fewer and fewer. */
    private void sample(String id, String at, long times) {
        var counters = new EnumMap<Counter, Long>(Counter.class);
        Counter.ofPosts().forEach(counter -> counters.put(counter, times * (1_000 >> counter.ordinal())));
        snapshots.record(owner, List.of(new Sample(Subject.content(id), Instant.parse(at), new Counters(counters))));
    }

    private static String sums(Figures figures) {
        return Counter.ofPosts().stream()
                .map(counter -> Long.toString(figures.of(counter)))
                .collect(Collectors.joining(" "));
    }

    private static String table(Stream<String> lines) {
        return lines.sorted().collect(Collectors.joining("\n"));
    }

    /** Two posts on one platform, one on another, one scheduled, one archived after it was out, one never published. */
    private void fill() {
        var first = post(Platform.TWITTER, "2030-01-01T10:00:00Z");
        sample(first, "2030-01-02T10:00:00Z", 1);
        sample(first, "2030-01-09T10:00:00Z", 3);
        var second = post(Platform.TWITTER, "2030-01-08T10:00:00Z");
        sample(second, "2030-01-08T20:00:00Z", 2);
        sample(second, "2030-01-15T10:00:00Z", 4);
        var archived = post(Platform.LINKEDIN, "2030-01-07T10:00:00Z");
        sample(archived, "2030-01-07T11:00:00Z", 1);
        fixture.set(archived, "status = 'ARCHIVED'");
        fixture.scheduled(owner, mission, Platform.BLOG, NOW.plusSeconds(60));
        fixture.approved(owner, mission);
    }

    @Test
    void totals_are_what_was_gained_by_all_that_went_out() {
        fill();
        assertThat(table(measurements.totals(owner, List.of(mission)).stream().map(total -> "%s %d %d: %s"
                        .formatted(total.platform(), total.published(), total.scheduled(), sums(total.figures())))))
                .isEqualTo("""
                        blog 0 1: 0 0 0 0 0 0 0 0 0
                        linkedin 1 0: 1000 500 250 125 62 31 15 7 3
                        twitter 2 0: 7000 3500 1750 875 434 217 105 49 21""");
        var stranger = new Owner(owner.organizationId(), Mode.LIVE);
        assertThat(measurements.totals(stranger, List.of(mission))).isEmpty();
    }

    @Test
    void stretches_hold_their_first_day_and_not_their_last() {
        fill();
        assertThat(table(measurements
                        .stretches(
                                owner,
                                mission,
                                LocalDate.parse("2030-01-02"),
                                LocalDate.parse("2030-01-08"),
                                LocalDate.parse("2030-01-15"))
                        .stream()
                        .map(stretch -> "%s %s: %s"
                                .formatted(
                                        stretch.isLast() ? "last" : "before",
                                        stretch.platform(),
                                        sums(stretch.figures())))))
                .isEqualTo("""
                        before linkedin: 1000 500 250 125 62 31 15 7 3
                        before twitter: 1000 500 250 125 62 31 15 7 3
                        last twitter: 4000 2000 1000 500 248 124 60 28 12""");
    }

    @Test
    void posts_and_history_are_those_that_enough_people_saw_newest_first() {
        fill();
        post(Platform.FACEBOOK, "2030-01-10T10:00:00Z");
        assertThat(measurements.posts(owner, List.of(mission), 500).stream()
                        .map(post -> "%s %s %s %s %d %d"
                                .formatted(
                                        post.platform(),
                                        post.type(),
                                        post.pillar(),
                                        post.publishedAt(),
                                        post.impressions(),
                                        post.engagements()))
                        .toList())
                .containsExactlyInAnyOrder(
                        "linkedin post Craft 2030-01-07T10:00Z[UTC] 1000 483",
                        "twitter post Craft 2030-01-08T10:00Z[UTC] 4000 1932",
                        "twitter post Craft 2030-01-01T10:00Z[UTC] 3000 1449");
        assertThat(measurements.posts(owner, List.of(mission), 2)).hasSize(2);
        var outcomes = measurements.posts(owner, List.of(mission), 500).stream()
                .map(post -> new Outcome(mission, post.publishedAt(), post.engagementRate()))
                .toList();
        for (var limit : List.of(500, 2, 1)) {
            assertThat(measurements.outcomes(owner, List.of(mission), limit))
                    .isEqualTo(outcomes.subList(0, Math.min(3, limit)));
        }
        assertThat(measurements.history(owner, 500).stream()
                        .map(post -> "%s %s %.1f".formatted(post.platform(), post.at(), post.rate()))
                        .toList())
                .containsExactly("twitter 2030-01-08T10:00:00Z 48.3", "twitter 2030-01-01T10:00:00Z 48.3");
        assertThat(measurements.history(owner, 1)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Look: ```\\ngit diff\\n``` | true",
                "In one line:\\nsquares = [n * n for n in range(10)]\\nprint(squares) | true",
                "In one line of Java:\\nrecord Point(int x, int y) {} | true",
                "Ask the database:\\nSELECT country\\nFROM visitor; | true",
                "Ask it early; you will be glad (really). | false",
                "Three things (of many) to try:\\n1. Rest\\n2. Sleep | false",
                "No code here | false"
            })
    void code_is_known_by_its_look(String text, boolean isCode) {
        var id = post(Platform.TWITTER, "2030-01-08T10:00:00Z");
        sample(id, "2030-01-08T20:00:00Z", 2);
        var written = "replace('%s', '\\n', chr(10))".formatted(text);
        for (var copy : List.of(
                "jsonb_build_object('hashtags', jsonb_build_array(), 'primary', %s)",
                "jsonb_build_object('primary', null, 'thread_parts', jsonb_build_array('Begin.', %s, 'End.'))")) {
            fixture.set(id, "copy = " + copy.formatted(written));
            var found = measurements.posts(owner, List.of(mission), 1).get(0);
            assertThat(found.hasCode()).as(copy).isEqualTo(isCode);
            assertThat(found.hasHashtags()).isFalse();
        }
    }
}
