package io.groundswell.performance;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import io.groundswell.mission.SomeConstraints;
import io.groundswell.performance.Insight.Aspect;
import io.groundswell.publishing.PartOfDay;
import io.groundswell.publishing.PlatformPriors;
import io.groundswell.publishing.Preference;
import io.groundswell.publishing.Slot;
import io.groundswell.publishing.SlotPlanner;
import io.groundswell.publishing.SmoothedEngagement;
import io.groundswell.publishing.SmoothedEngagement.Moment;
import io.groundswell.publishing.SmoothedEngagement.Observed;
import io.groundswell.publishing.Taken;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Missions of two posts a day, planned week by week from what came before, whose readers vary by two fifths. */
class TrialsPayTest {
    private static final Instant START = Instant.parse("2030-01-07T00:00:00Z");
    private static final int IMPRESSIONS = 10_000;

    /** What became of one mission, day by day. */
    private static final class Life {
        private final ToDoubleBiFunction<Slot, Integer> readers;
        private final Random random;
        private final List<Slot> slots = new ArrayList<>();
        private final List<MeasuredPost> posts = new ArrayList<>();
        private final Map<String, Integer> foundOn = new HashMap<>();
        private Insight insight;

        Life(int seed, ToDoubleBiFunction<Slot, Integer> readers) {
            this.random = new Random(seed);
            this.readers = readers;
        }

        /** A cycle plans a week, and the next begins when two days of it are left. */
        Life live(int days) {
            for (var day = 0; day < days; day += 7) {
                var known = posts.stream().filter(before(Math.max(0, day - 2))).toList();
                var preference = preference();
                insight = InsightFinder.find(known).stream()
                        .filter(found -> found.aspect() == Aspect.PART)
                        .findFirst()
                        .orElse(null);
                if (insight != null) {
                    foundOn.putIfAbsent(insight.value(), day - 2);
                }
                plan(day, known, preference).forEach(this::publish);
            }
            return this;
        }

        boolean found(PartOfDay part, int untilDay) {
            return foundOn.getOrDefault(part.toString(), untilDay) < untilDay;
        }

        private static Predicate<MeasuredPost> before(int day) {
            return post -> post.publishedAt().toInstant().isBefore(START.plus(day, DAYS));
        }

        private Preference preference() {
            return insight == null
                    ? Preference.NONE
                    : new Preference(PartOfDay.of(insight.value()), Math.min(0.3, insight.lift()));
        }

        private List<Slot> plan(int day, List<MeasuredPost> known, Preference preference) {
            var observed = new HashMap<Moment, Observed>();
            Recent.of(known, post -> post.publishedAt().toInstant())
                    .forEach(post -> observed.merge(
                            new Moment(
                                    post.platform(),
                                    post.publishedAt().getDayOfWeek(),
                                    post.publishedAt().getHour()),
                            new Observed(1, post.engagementRate()),
                            (one, other) ->
                                    new Observed(one.posts() + other.posts(), one.rateSum() + other.rateSum())));
            var given = new SomeConstraints().postsPerDay(2).optimal(true).build();
            var planner = new SlotPlanner(
                    given, List.of(Platform.TWITTER), START, new SmoothedEngagement(observed), preference);
            return planner.plan(START.plus(day, DAYS), START.plus(day + 7, DAYS), new Taken(), slots.size())
                    .slots();
        }

        private void publish(Slot slot) {
            slots.add(slot);
            var rate = readers.applyAsDouble(slot, day(slot)) * Math.exp(0.4 * random.nextGaussian());
            posts.add(new MeasuredPost(
                    slot.platform(),
                    ContentType.POST,
                    null,
                    slot.at().atZone(ZoneOffset.UTC),
                    IMPRESSIONS,
                    Math.round(IMPRESSIONS * rate / 100),
                    false,
                    false));
        }

        double mean(int fromDay, int untilDay, ToDoubleFunction<Slot> what) {
            return slots.stream()
                    .filter(slot -> day(slot) >= fromDay && day(slot) < untilDay)
                    .mapToDouble(what)
                    .average()
                    .orElseThrow();
        }

        private static int day(Slot slot) {
            return (int) DAYS.between(START, slot.at());
        }
    }

    @Test
    void readers_who_engage_twice_as_much_in_the_evening_are_found_in_a_month_and_most_slots_follow() {
        // When
        var lives = lives(40, 63, (slot, day) -> is(slot, PartOfDay.EVENING) == 1 ? 8 : 4);
        // Then
        assertThat(lives.stream().filter(life -> life.found(PartOfDay.EVENING, 28)))
                .hasSizeGreaterThanOrEqualTo(32);
        assertThat(share(lives, 0, 14, PartOfDay.EVENING)).isLessThan(0.15);
        assertThat(share(lives, 49, 63, PartOfDay.EVENING)).isGreaterThan(0.6);
        assertThat(share(lives, 49, 63, PartOfDay.MORNING)).isBetween(0.05, 0.2);
    }

    @Test
    void readers_who_engage_half_as_much_again_are_found_within_60_days() {
        var lives = lives(40, 70, (slot, day) -> is(slot, PartOfDay.MORNING) == 1 ? 6 : 4);
        assertThat(lives.stream().filter(life -> life.found(PartOfDay.MORNING, 62)))
                .hasSizeGreaterThanOrEqualTo(36);
    }

    @Test
    void readers_who_change_their_habits_are_followed() {
        // Given readers in the evening for half a year, in the morning from then on
        var lives =
                lives(20, 294, (slot, day) -> is(slot, day < 182 ? PartOfDay.EVENING : PartOfDay.MORNING) == 1 ? 8 : 4);
        // Then
        assertThat(share(lives, 168, 182, PartOfDay.MORNING)).isBetween(0.05, 0.2);
        assertThat(share(lives, 168, 182, PartOfDay.EVENING)).isGreaterThan(0.6);
        assertThat(share(lives, 280, 294, PartOfDay.MORNING)).isGreaterThan(0.6);
    }

    @Test
    void where_expectations_are_right_trials_cost_less_than_a_tenth() {
        // Given
        var lives =
                lives(40, 63, (slot, day) -> expected(slot, slot.scheduledFor().getHour()));
        // When what was reached is compared with the two best hours of each day
        var reached = mean(
                lives,
                life -> life.mean(
                        0,
                        63,
                        slot -> 2
                                * expected(slot, slot.scheduledFor().getHour())
                                / (expected(slot, 13) + expected(slot, 14))));
        assertThat(reached).isBetween(0.9, 0.95);
    }

    private static double expected(Slot slot, int hour) {
        return PlatformPriors.score(slot.platform(), slot.scheduledFor().getDayOfWeek(), hour);
    }

    private static List<Life> lives(int missions, int days, ToDoubleBiFunction<Slot, Integer> readers) {
        return IntStream.range(0, missions)
                .mapToObj(seed -> new Life(seed, readers).live(days))
                .toList();
    }

    private static double share(List<Life> lives, int fromDay, int untilDay, PartOfDay part) {
        return mean(lives, life -> life.mean(fromDay, untilDay, slot -> is(slot, part)));
    }

    private static double mean(List<Life> lives, ToDoubleFunction<Life> what) {
        return lives.stream().mapToDouble(what).average().orElseThrow();
    }

    private static double is(Slot slot, PartOfDay part) {
        return PartOfDay.at(slot.scheduledFor().toLocalTime()) == part ? 1 : 0;
    }
}
