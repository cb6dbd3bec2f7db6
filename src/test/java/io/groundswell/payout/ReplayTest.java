package io.groundswell.payout;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.goal.GoalPeriod;
import io.groundswell.testing.Api;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weeks of random edits, snapshots and late snapshots, with a round each day: what is owed in the end, against days added up slowly. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ReplayTest {
    private static final ZoneId ZONE = ZoneId.of("Pacific/Auckland");
    private static final LocalDate FIRST = LocalDate.of(2031, 9, 3);
    private static final int DAYS = 45;
    private static final int LATEST = 3;

    @Inject
    AccrualRound round;

    @Inject
    Clock clock;

    private final TreeMap<LocalDate, Map<String, Object>> rules = new TreeMap<>();
    private final TreeMap<Instant, Long> snapshots = new TreeMap<>();
    private Tracking tracking;
    private String structure;
    private Random random;

    @AfterEach
    void resetClock() {
        Api.resetClock();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void what_is_owed_is_what_the_days_come_to(long seed) {
        random = new Random(seed);
        Api.setClock(at(FIRST, 9));
        var organization = Api.organization(
                "enterprise", Map.of("creator_requests_per_minute", -1, "max_api_requests_per_day", -1));
        as(organization.tga()).body(Map.of("analytics_tz", ZONE.getId())).patch("/api/v1/organization");
        tracking = new Tracking(organization, Tracking.project(organization, "Launch"));
        var creator = tracking.creator("ada.bakes");
        String video = tracking.addVideo(
                        Map.of("url", Tracking.address(1), "creator_id", creator, "tracking_status", "included"))
                .path("data.id");
        var first = rule();
        rules.put(LocalDate.MIN, first);
        structure = tracking.post(
                        "projects/" + tracking.project() + "/payout-structures", Map.of("name", "x", "rule", first))
                .path("data.id");
        var starts = FIRST.plusDays(random.nextInt(10));
        var ends = starts.plusDays(20 + random.nextInt(40));
        var assigned = tracking.post(
                "payout-structures/" + structure + "/assignments",
                Map.of("creator_id", creator, "starts_on", starts.toString(), "ends_on", ends.toString()));
        assertThat(assigned.statusCode()).isEqualTo(201);

        for (var day = FIRST; day.isBefore(FIRST.plusDays(DAYS)); day = day.plusDays(1)) {
            Api.setClock(at(day, 22));
            live(day, video);
        }

        List<Map<String, Object>> owed =
                tracking.get("payout-accruals?limit=100").path("data");
        var covered = new TreeMap<LocalDate, Long>();
        for (var one : owed) {
            var from = LocalDate.parse((String) one.get("period_start"));
            var to = LocalDate.parse((String) one.get("period_end")).plusDays(1);
            assertThat(((Number) one.get("calculated_cents")).longValue())
                    .as("%s", one)
                    .isEqualTo(from.datesUntil(to).mapToLong(this::owed).sum());
            from.datesUntil(to).forEach(day -> assertThat(covered.put(day, 0L)).isNull());
        }
        assertThat(covered.firstKey()).isEqualTo(starts);
        assertThat(covered)
                .hasSize((int) starts.datesUntil(covered.lastKey().plusDays(1)).count());
    }

    private void live(LocalDate day, String video) {
        if (random.nextInt(3) > 0) {
            var late =
                    Math.min(random.nextInt(LATEST), (int) FIRST.datesUntil(day).count());
            var at = at(day.minusDays(late), random.nextInt(10, 22)).plusSeconds(random.nextInt(3000));
            snapshots.put(at, (at.getEpochSecond() - at(FIRST, 0).getEpochSecond()) / 37);
            assertThat(tracking.post(
                                    "videos/" + video + "/snapshots",
                                    Map.of(
                                            "snapshots",
                                            List.of(Map.of("at", at.toString(), "views", snapshots.get(at)))))
                            .statusCode())
                    .isEqualTo(200);
        }
        if (random.nextInt(6) == 0) {
            var next = rule();
            rules.put(day.plusDays(1), next);
            assertThat(tracking.patch("payout-structures/" + structure, Map.of("rule", next))
                            .statusCode())
                    .isEqualTo(200);
        }
        round.run(clock.instant().plusSeconds(60));
    }

    private Map<String, Object> rule() {
        var rule = new HashMap<String, Object>();
        rule.put("period", GoalPeriod.values()[random.nextInt(3)].toString());
        if (random.nextBoolean()) {
            rule.put("kind", "recurring");
            rule.put("amount_cents", 1 + random.nextInt(100_000));
        } else {
            rule.put("kind", "cpm");
            rule.put("cpm_cents", 1 + random.nextInt(900));
        }
        return rule;
    }

    /** By the rule of the day, what is rounded through it less what was rounded before it. */
    private long owed(LocalDate day) {
        var rule = rules.floorEntry(day).getValue();
        var period = GoalPeriod.valueOf(rule.get("period").toString().toUpperCase(Locale.ROOT))
                .holding(day);
        return through(rule, period.start(), period.end(), day.plusDays(1))
                - through(rule, period.start(), period.end(), day);
    }

    private long through(Map<String, Object> rule, LocalDate start, LocalDate end, LocalDate until) {
        if (rule.get("kind").equals("recurring")) {
            return ((Number) rule.get("amount_cents")).longValue()
                    * start.datesUntil(until).count()
                    / start.datesUntil(end).count();
        }
        return start.datesUntil(until).mapToLong(this::views).sum()
                * ((Number) rule.get("cpm_cents")).longValue()
                / 1000;
    }

    private long views(LocalDate day) {
        var sum = 0L;
        for (var one : snapshots.entrySet()) {
            var before = snapshots.lowerEntry(one.getKey());
            if (before != null && LocalDate.ofInstant(one.getKey(), ZONE).equals(day)) {
                sum += Math.max(0, one.getValue() - before.getValue());
            }
        }
        return sum;
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(ZONE).toInstant();
    }
}
