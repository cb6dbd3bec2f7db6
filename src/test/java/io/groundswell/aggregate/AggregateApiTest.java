package io.groundswell.aggregate;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.groundswell.recording.RecordingService;
import io.groundswell.series.Programme;
import io.groundswell.series.Wish;
import io.groundswell.series.World;
import io.groundswell.series.WorldFixture;
import io.groundswell.series.Worlds;
import io.groundswell.testing.Api;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The questions, over PostgreSQL, against the reference, for small programmes in which everything strange happens. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class AggregateApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> COUNTERS =
            List.of("view_count", "like_count", "comment_count", "share_count", "save_count");
    private static final List<String> OF_CREATORS = List.of(
            "view_count",
            "like_count",
            "save_count",
            "follower_count",
            "follower_count",
            "post_count",
            "avg_views",
            "engagement_rate");

    @Inject
    AgroalDataSource database;

    @Inject
    RecordingService recording;

    private Random random;
    private World world;
    private Programme programme;
    private UUID program;
    private ZoneId usual;

    @AfterEach
    void resetClock() {
        Api.resetClock();
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private String order(String more, List<String> orders) {
        return random.nextInt(4) == 0 ? more : one(orders);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30})
    void whatever_is_asked_the_answer_is_what_the_reference_says(long seed) throws Exception {
        // Given
        random = new Random(seed);
        usual = one(Worlds.ZONES);
        programme = Programme.in(usual);
        var cases = Worlds.several(random, 12);
        world = cases.get(0).world();
        var fixture = new WorldFixture(database, programme.owner(), usual);
        program = fixture.program();
        fixture.record(world, recording, random);
        for (var one : cases) {
            // Then
            Api.setClock(one.wish().now());
            ask(one.wish());
        }
    }

    /** Asks everything, sometimes without what need not be given. */
    private void ask(Wish wish) throws Exception {
        var zone = wish.zone();
        var from = wish.from();
        var to = wish.to();
        var elsewhere = random.nextBoolean();
        var first = from == null || to == null || !from.isAfter(to) ? from : null;
        var slow = new SlowBoards(world, elsewhere ? zone : usual, first, to);
        var range = new LinkedHashMap<String, Object>();
        range.put("from", first);
        range.put("to", to);
        range.put("tz", elsewhere ? zone : null);

        var order = order("posted_at", COUNTERS);
        assertRanking("video-leaderboard", with(range, "order", order), slow.videoLeaderboard(order), Map.of());
        order = one(OF_CREATORS);
        assertRanking("creator-leaderboard", with(range, "order", order), slow.creators(order, false), Map.of());
        order = one(OF_CREATORS);
        assertRanking("creator-scatter", with(range, "order", order), slow.creators(order, true), Map.of());
        order = order("post_count", COUNTERS);
        assertRanking("campaign-leaderboard", with(range, "order", order), slow.campaigns(order), Map.of());
        assertRanking("member-overlap", Map.of(), slow.overlaps(), Map.of());
        assertAnswer("view-distribution", range, slow.distribution(), null);
        if (first != null && to != null) {
            assertAnswer("posting-heatmap", range, slow.heatmap(), null);
        }
        var side = one(List.of("above", "below", "both"));
        var ratio = one(List.of("1.01", "1.1", "1.25", "2"));
        var norm = new LinkedHashMap<String, Object>();
        norm.put("median", slow.median());
        assertRanking(
                "outliers",
                with(with(range, "side", side), "min_ratio", ratio),
                slow.outliers(side, new BigDecimal(ratio)),
                norm);
        assertConsistency(elsewhere ? zone : usual, first, wish.now());
    }

    private void assertConsistency(ZoneId zone, LocalDate from, Instant now) throws Exception {
        var today = now.atZone(zone).toLocalDate();
        var first = from == null ? today.minusDays(random.nextInt(60)) : from;
        var monday = first.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        var weeks = 1 + random.nextInt(5);
        var sunday = monday.plusWeeks(weeks).minusDays(1);
        if (!sunday.isBefore(today)) {
            return;
        }
        var last = sunday.plusDays(random.nextInt(7));
        if (last.isAfter(today)) {
            last = sunday;
        }
        var order = one(List.of("posts_per_week", "active_weeks", "std_dev"));
        assertRanking(
                "posting-consistency",
                Map.of("from", first, "to", last, "tz", zone, "order", order),
                new SlowBoards(world, zone, monday, sunday).consistency(order),
                Map.of("weeks", weeks, "from", monday.toString(), "to", sunday.toString()));
    }

    private static Map<String, Object> with(Map<String, Object> parameters, String name, Object value) {
        var more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return more;
    }

    /** All of it, and some stretch of it. */
    private void assertRanking(
            String name, Map<String, Object> parameters, List<Map<String, Object>> rows, Map<String, Object> told)
            throws Exception {
        var meta = new LinkedHashMap<>(told);
        meta.put("total_count", rows.size());
        assertAnswer(name, parameters, rows, meta);
        var limit = 1 + random.nextInt(4);
        var offset = random.nextInt(6);
        assertAnswer(
                name,
                with(with(parameters, "limit", limit), "offset", offset),
                rows.stream().skip(offset).limit(limit).toList(),
                meta);
    }

    private void assertAnswer(String name, Map<String, Object> parameters, Object data, Object meta) throws Exception {
        var sent = with(parameters, "project_id", program);
        sent.values().removeIf(value -> value == null);
        sent.replaceAll((any, value) -> value.toString());
        var answer = as(programme.organization().tga())
                .queryParams(sent)
                .get("/api/v1/analytics/aggregate/" + name)
                .asString();
        var expected = new LinkedHashMap<String, Object>();
        expected.put("data", data);
        expected.put("error", null);
        expected.put("meta", meta);
        var tree = JSON.<JsonNode>valueToTree(expected);
        assertThat(tree.equals(AggregateApiTest::compare, JSON.readTree(answer)))
                .as("%s %s answers%n%s%nbut should%n%s", name, sent, answer, tree)
                .isTrue();
    }

    private static int compare(JsonNode one, JsonNode other) {
        var same = one.isNumber() && other.isNumber()
                ? one.isIntegralNumber()
                        ? other.isIntegralNumber() && one.longValue() == other.longValue()
                        : Math.abs(one.doubleValue() - other.doubleValue()) < 1e-9
                : one.equals(other);
        return same ? 0 : 1;
    }
}
