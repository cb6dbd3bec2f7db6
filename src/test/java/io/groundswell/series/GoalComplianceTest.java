package io.groundswell.series;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.goal.GoalPeriod;
import io.groundswell.goal.GoalType;
import io.groundswell.recording.RecordingService;
import io.groundswell.testing.Api;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Goals over PostgreSQL, in random worlds, against what the contract says of them, word for word and slowly. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class GoalComplianceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    AgroalDataSource database;

    @Inject
    RecordingService recording;

    private Random random;
    private ZoneId zone;
    private Programme programme;
    private World world;
    private final Map<UUID, Wanted> goals = new HashMap<>();

    private record Wanted(UUID creator, GoalType type, GoalPeriod period, double target) {}

    @AfterEach
    void resetClock() {
        Api.resetClock();
    }

    private JsonNode ask(String path, Map<String, ?> parameters) throws Exception {
        var answer = as(programme.organization().tga()).queryParams(parameters).get(path);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return JSON.readTree(answer.asString()).path("data");
    }

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53, 54, 55, 56})
    void whatever_day_is_asked_about_goals_stand_as_the_contract_says(long seed) throws Exception {
        // Given
        random = new Random(seed);
        zone = Worlds.ZONES.get(random.nextInt(Worlds.ZONES.size()));
        programme = Programme.in(zone);
        var one = Worlds.any(random);
        world = one.world();
        new WorldFixture(database, programme.owner(), zone).record(world, recording, random);
        for (var creator : world.creators.keySet()) {
            for (var count = random.nextInt(8); count > 0; count--) {
                set(creator);
            }
        }
        var project = Sql.text("select id from program where organization_id = :organization")
                .first(database, Map.of("organization", programme.organization().id()), row -> row.getString(1))
                .orElseThrow();
        for (var time = 0; time < 12; time++) {
            var now = one.wish().now().plus(Duration.ofMinutes(random.nextInt(20_000) - 10_000));
            var day = now.atZone(zone).toLocalDate().plusDays(random.nextInt(21) - 15);
            Api.setClock(now);
            // When
            var told =
                    ask("/api/v1/projects/" + project + "/goal-compliance", Map.of("reference_date", day.toString()));
            var counts = ask(
                    "/api/v1/analytics/aggregate/goal-compliance",
                    Map.of("project_id", project, "reference_date", day.toString()));
            // Then
            assertSame(told, counts, now, day);
        }
    }

    private void set(UUID creator) {
        var id = UUID.randomUUID();
        var goal = new Wanted(
                creator,
                GoalType.values()[random.nextInt(4)],
                GoalPeriod.values()[random.nextInt(3)],
                1 + random.nextInt(300) / 4.0);
        Sql.text("""
                insert into goal
                select '%s', organization_id, mode, program_id, id, '%s', '%s', %s, now(), now()
                from creator where id = '%s'""".formatted(id, goal.type().name(), goal.period().name(), goal.target(), creator))
                .update(database, Map.of());
        goals.put(id, goal);
    }

    private void assertSame(JsonNode told, JsonNode counts, Instant now, LocalDate day) {
        var seen = new TreeMap<String, Long>();
        var creators = new ArrayList<UUID>();
        for (var one : told) {
            creators.add(UUID.fromString(one.at("/creator/id").asText()));
            for (var result : one.path("compliance")) {
                var goal = goals.get(UUID.fromString(result.at("/goal/id").asText()));
                assertThat(one.at("/creator/id").asText())
                        .isEqualTo(goal.creator().toString());
                assertSame(result, goal, now, day);
                seen.merge(result.path("status").asText(), 1L, Long::sum);
            }
            assertThat(one.path("compliance")).hasSize((int) goals.values().stream()
                    .filter(goal -> goal.creator()
                            .toString()
                            .equals(one.at("/creator/id").asText()))
                    .count());
        }
        assertThat(creators).containsExactlyInAnyOrderElementsOf(world.seen("creator"));
        counts.properties().forEach(count -> assertThat(count.getValue().asLong())
                .as(count.getKey())
                .isEqualTo(seen.getOrDefault(count.getKey(), 0L)));
        assertThat(counts).hasSize(5);
    }

    private void assertSame(JsonNode result, Wanted goal, Instant now, LocalDate day) {
        var first = day;
        while (goal.period() == GoalPeriod.WEEKLY && first.getDayOfWeek() != DayOfWeek.MONDAY
                || goal.period() == GoalPeriod.MONTHLY && first.getDayOfMonth() != 1) {
            first = first.minusDays(1);
        }
        var after =
                switch (goal.period()) {
                    case DAILY -> first.plusDays(1);
                    case WEEKLY -> first.plusDays(7);
                    case MONTHLY -> first.plusMonths(1);
                };
        var actual = new SlowPeriods(world, zone, Set.of()).actual(goal.type(), goal.creator(), first, after);
        assertThat(result.path("period_start").asText()).isEqualTo(first.toString());
        assertThat(result.path("period_end").asText())
                .isEqualTo(after.minusDays(1).toString());
        assertThat(result.path("target").asDouble()).isEqualTo(goal.target());
        assertThat(result.path("actual").asDouble()).isCloseTo(actual, within(1e-9));
        var start = first.atStartOfDay(zone).toInstant();
        var end = after.atStartOfDay(zone).toInstant();
        assertThat(result.path("status").asText()).isIn(statuses(actual, goal.target(), start, end, now));
        var advisory = result.path("advisory");
        assertFlag(advisory, "period_in_progress", now, at -> at.isBefore(end));
        assertFlag(advisory, "not_yet_started", now, at -> at.isBefore(start));
        assertFlag(
                advisory,
                "period_recently_ended",
                now,
                at -> !at.isBefore(end) && at.isBefore(end.plus(Duration.ofHours(48))));
        var update = lastUpdate(goal.creator());
        assertThat(advisory.path("last_updated_at").asText(null)).isEqualTo(update == null ? null : update.toString());
        assertFlag(
                advisory, "scrape_stale", now, at -> update == null || update.isBefore(at.minus(Duration.ofHours(24))));
        assertThat(advisory.path("has_advisory").asBoolean())
                .isEqualTo(!advisory.path("messages").isEmpty());
    }

    /** The clock goes on between the question and the answer, so that either moment may be meant. */
    private static List<Instant> around(Instant now) {
        return List.of(now, now.plusSeconds(60));
    }

    private static void assertFlag(JsonNode advisory, String flag, Instant now, Predicate<Instant> rule) {
        assertThat(advisory.path(flag).asBoolean())
                .as("%s of %s at %s", flag, advisory, now)
                .isIn(around(now).stream().map(rule::test).toList());
    }

    private static List<String> statuses(double actual, double target, Instant start, Instant end, Instant now) {
        return around(now).stream()
                .map(at -> status(actual, target, start, end, at).toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String status(double actual, double target, Instant start, Instant end, Instant now) {
        if (!now.isBefore(end)) {
            return actual >= target ? "COMPLETED" : "MISSED";
        }
        if (!now.isAfter(start)) {
            return actual >= 0 ? "ON_TRACK" : "AT_RISK";
        }
        var elapsed = (double) Duration.between(start, now).toMillis()
                / Duration.between(start, end).toMillis();
        var ratio = actual / elapsed / target;
        return ratio >= 1 ? "ON_TRACK" : ratio >= 0.7 ? "BEHIND_PACE" : "AT_RISK";
    }

    private Instant lastUpdate(UUID creator) {
        var all = new ArrayList<>(world.creators.get(creator).written());
        world.videos.values().stream()
                .filter(video -> creator.equals(video.creator()) && world.isCounted(video))
                .forEach(video -> all.addAll(video.written()));
        return all.stream().map(World.Snap::at).max(Instant::compareTo).orElse(null);
    }
}
