package io.groundswell.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.metric.Counter;
import io.groundswell.metric.Snapshots;
import io.groundswell.mission.Platform;
import io.groundswell.performance.Breakdown.Group;
import io.groundswell.performance.Breakdown.OfHour;
import io.groundswell.performance.Breakdown.OfPlatform;
import io.groundswell.performance.Breakdown.OfWeekday;
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
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the report says, against a plain list of posts and gains. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class BreakdownReportTest {
    private static final Instant NOW = Instant.parse("2026-04-20T12:34:56Z");
    private static final Set<Dimension> ALL = EnumSet.allOf(Dimension.class);

    @Inject
    BreakdownReport report;

    @Inject
    Snapshots snapshots;

    @Inject
    ContentFixture fixture;

    @Inject
    Rows rows;

    private Random random;
    private Owner owner;
    private ZoneId zone;
    private List<String> missions;
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
        missions = List.of(fixture.mission(owner), fixture.mission(owner));
        plain = new PlainPosts(random, owner, NOW);
        plain.publish(posts, missions, fixture, rows);
        plain.measure(9, snapshots);
    }

    private Period period() {
        var end = LocalDate.ofInstant(NOW, zone).minusDays(random.nextInt(20) - 2);
        return new Period(end.minusDays(random.nextInt(70)), end);
    }

    private Figured figured(List<Post> posts, Period period) {
        var ids = posts.stream().map(Post::id).collect(Collectors.toSet());
        var figures = plain.figures(gain -> ids.contains(gain.post().id())
                && !LocalDate.ofInstant(gain.at(), zone).isAfter(period.end()));
        return new Figured(posts.size(), figures.impressions(), figures.engagements());
    }

    private <K> Map<K, Figured> each(List<Post> posts, Period period, Function<Post, K> what) {
        var groups = new HashMap<K, Figured>();
        for (var key : posts.stream().map(what).collect(Collectors.toSet())) {
            groups.put(
                    key,
                    figured(
                            posts.stream()
                                    .filter(post ->
                                            key == null ? what.apply(post) == null : key.equals(what.apply(post)))
                                    .toList(),
                            period));
        }
        return groups;
    }

    private static Map<String, Figured> byName(List<Group> groups) {
        var map = new HashMap<String, Figured>();
        groups.forEach(group -> map.put(group.name(), group.figured()));
        assertThat(map).hasSameSizeAs(groups);
        return map;
    }

    private static double exactRate(Group group) {
        var some = group.figured();
        return some.impressions() == 0 ? -1 : (double) some.engagements() / some.impressions();
    }

    private static double exactMean(Group group) {
        return (double) group.figured().impressions() / group.figured().posts();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Europe/Berlin", "Asia/Kathmandu", "Pacific/Kiritimati"})
    void every_group_is_that_of_the_plain_list(String zoneId) {
        open(zoneId, 60);
        for (var round = 0; round < 12; round++) {
            var period = period();
            var mission = round % 3 == 0 ? missions.get(round % 2) : null;
            var sort = BreakdownSort.values()[round % 3];
            Predicate<Post> isAsked = post -> (mission == null || mission.equals(post.mission()))
                    && PlainPosts.contains(period, post.out(), zone);

            var breakdown = report.of(owner, period, mission, new BreakdownWish(ALL, sort));

            var asked = plain.posts(isAsked);
            assertThat(byName(breakdown.byType()))
                    .isEqualTo(each(asked, period, post -> post.type().toString()));
            assertThat(byName(breakdown.byPillar())).isEqualTo(each(asked, period, Post::pillar));
            assertThat(byName(breakdown.byTopic())).isEqualTo(each(asked, period, Post::topic));
            assertThat(breakdown.byHour().stream().collect(Collectors.toMap(OfHour::hour, OfHour::figured)))
                    .isEqualTo(each(asked, period, post -> post.at().getHour()));
            assertThat(breakdown.byWeekday().stream().collect(Collectors.toMap(OfWeekday::day, OfWeekday::figured)))
                    .isEqualTo(each(asked, period, post -> post.at().getDayOfWeek()));
            thenPlatformsAreThose(breakdown, asked, period, mission);
            thenAllIsInOrder(breakdown, sort);
            assertThat(breakdown.recommendations())
                    .isEqualTo(Recommendations.of(breakdown.byType(), breakdown.byWeekday()));
        }
    }

    private void thenPlatformsAreThose(Breakdown breakdown, List<Post> asked, Period period, String mission) {
        assertThat(breakdown.byPlatform().stream()
                        .mapToLong(one -> one.slice().posts())
                        .sum())
                .isEqualTo(asked.size());
        for (var platform : Platform.values()) {
            var gained = plain.figures(gain -> gain.post().platform() == platform
                    && (mission == null || mission.equals(gain.post().mission()))
                    && PlainPosts.contains(period, gain.at(), zone));
            var posts =
                    asked.stream().filter(post -> post.platform() == platform).toList();
            var told = breakdown.byPlatform().stream()
                    .filter(one -> one.platform() == platform)
                    .findFirst()
                    .orElse(new OfPlatform(platform, Slice.NONE, null, null));
            assertThat(told.slice().posts()).isEqualTo(posts.size());
            for (var counter : Counter.ofPosts()) {
                assertThat(told.slice().figures().of(counter))
                        .as(counter.name())
                        .isEqualTo(gained.of(counter));
            }
            assertThat(told.bestTime())
                    .isEqualTo(best(
                            posts,
                            period,
                            post -> "%02d:00".formatted(post.at().getHour()),
                            Comparator.naturalOrder()));
            assertThat(told.bestDay())
                    .isEqualTo(
                            best(
                                    posts,
                                    period,
                                    post -> post.at().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                                    Comparator.comparing(List.of(
                                            "Monday",
                                            "Tuesday",
                                            "Wednesday",
                                            "Thursday",
                                            "Friday",
                                            "Saturday",
                                            "Sunday")::indexOf)));
        }
    }

    private String best(List<Post> posts, Period period, Function<Post, String> moment, Comparator<String> earlier) {
        var rates = new HashMap<String, List<Double>>();
        for (var post : posts) {
            var figured = figured(List.of(post), period);
            if (figured.impressions() >= 100) {
                rates.computeIfAbsent(moment.apply(post), any -> new java.util.ArrayList<>())
                        .add(100.0 * figured.engagements() / figured.impressions());
            }
        }
        return rates.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= 2)
                .max(Comparator.<Map.Entry<String, List<Double>>>comparingLong(entry -> Math.round(1e9
                                * entry.getValue().stream()
                                        .mapToDouble(rate -> rate)
                                        .average()
                                        .orElseThrow()))
                        .thenComparing(Map.Entry::getKey, earlier.reversed()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static void thenAllIsInOrder(Breakdown breakdown, BreakdownSort sort) {
        Function<Group, Double> value =
                sort == BreakdownSort.IMPRESSIONS ? BreakdownReportTest::exactMean : BreakdownReportTest::exactRate;
        for (var groups : List.of(breakdown.byType(), breakdown.byPillar(), breakdown.byTopic())) {
            assertThat(groups).isSortedAccordingTo(Comparator.comparing(value).reversed());
        }
        assertThat(breakdown.byPlatform())
                .isSortedAccordingTo(Comparator.<OfPlatform>comparingDouble(
                                one -> sort.of(one.slice().figures()))
                        .reversed());
        assertThat(breakdown.byHour()).isSortedAccordingTo(Comparator.comparing(OfHour::hour));
        assertThat(breakdown.byWeekday()).isSortedAccordingTo(Comparator.comparing(OfWeekday::day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kathmandu"})
    void days_and_lifetimes_give_the_same_answer_when_nothing_is_gained_after_the_period(String zoneId) {
        open(zoneId, 40);
        for (var sort : BreakdownSort.values()) {
            var end = LocalDate.ofInstant(NOW, zone);
            var period = new Period(end.minusDays(10 + random.nextInt(60)), end);
            Api.setClock(NOW);
            var soFar = report.of(owner, period, null, new BreakdownWish(ALL, sort));

            Api.setClock(NOW.plus(Duration.ofDays(2)));
            var afterwards = report.of(owner, period, null, new BreakdownWish(ALL, sort));

            assertThat(soFar.byPlatform()).isNotEmpty();
            assertThat(afterwards).isEqualTo(soFar);
        }
    }

    @Test
    void only_what_was_asked_for_is_told_and_it_is_what_it_is_among_everything() {
        open("UTC", 20);
        var period = new Period(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-04-20"));
        var all = report.of(owner, period, null, new BreakdownWish(ALL, BreakdownSort.CLICKS));
        for (var dimension : Dimension.values()) {
            var one = report.of(owner, period, null, new BreakdownWish(EnumSet.of(dimension), BreakdownSort.CLICKS));
            assertThat(one.byPlatform()).isEqualTo(dimension == Dimension.PLATFORM ? all.byPlatform() : null);
            assertThat(one.byType()).isEqualTo(dimension == Dimension.TYPE ? all.byType() : null);
            assertThat(one.byPillar()).isEqualTo(dimension == Dimension.PILLAR ? all.byPillar() : null);
            assertThat(one.byTopic()).isEqualTo(dimension == Dimension.TOPIC ? all.byTopic() : null);
            assertThat(one.byHour()).isEqualTo(dimension == Dimension.TIME ? all.byHour() : null);
            assertThat(one.byWeekday()).isEqualTo(dimension == Dimension.TIME ? all.byWeekday() : null);
            assertThat(one.recommendations()).isEqualTo(all.recommendations());
        }
    }

    @Test
    void of_many_topics_the_best_hundred_are_told() {
        open("UTC", 104);
        for (var i = 0; i < 104; i++) {
            rows.change("update published_post set topic = 'Topic %d' where content_id = '%s'"
                    .formatted(i, plain.posts.get(i).id()));
        }
        var period = new Period(LocalDate.parse("2026-02-01"), LocalDate.parse("2026-04-20"));

        var topics = report.of(owner, period, null, new BreakdownWish(ALL, BreakdownSort.IMPRESSIONS))
                .byTopic();

        var expected = plain.posts.stream()
                .map(post -> figured(List.of(post), period).impressions())
                .sorted(Comparator.reverseOrder())
                .limit(100)
                .toList();
        assertThat(topics.stream().map(topic -> topic.figured().impressions())).containsExactlyElementsOf(expected);
    }

    @Test
    void another_organization_and_the_other_mode_see_nothing_of_it() {
        open("UTC", 5);
        var period = new Period(LocalDate.parse("2026-02-01"), LocalDate.parse("2026-04-20"));
        var wish = new BreakdownWish(ALL, BreakdownSort.CLICKS);
        for (var stranger : List.of(
                new Owner(owner.organizationId(), Mode.TEST),
                new Owner(Api.organization().id(), Mode.LIVE))) {
            for (var day : List.of("2026-04-20", "2026-04-19")) {
                var breakdown = report.of(stranger, new Period(period.start(), LocalDate.parse(day)), null, wish);
                assertThat(breakdown.byPlatform()).isEmpty();
                assertThat(breakdown.byType()).isEmpty();
                assertThat(breakdown.byTopic()).isEmpty();
                assertThat(breakdown.byHour()).isEmpty();
                assertThat(breakdown.recommendations()).isEmpty();
            }
            assertThatThrownBy(() -> report.of(stranger, period, missions.get(0), wish))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("No such mission: " + missions.get(0));
        }
    }

    @Test
    void rates_and_means_follow_from_the_sums() {
        var some = new Figured(3, 1_000, 33);
        assertThat(some.rate()).isEqualTo(3.3, within(1e-9));
        assertThat(some.meanImpressions()).isEqualTo(333);
        assertThat(Figured.NONE.rate()).isZero();
        assertThat(Figured.NONE.meanImpressions()).isZero();
    }
}
