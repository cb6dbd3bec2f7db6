package io.groundswell.payout;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Weeks of random edits, snapshots, late snapshots and decisions, with a round each day: what is owed in the end, against the
 * days added up slowly. Summer time begins meanwhile.
 */
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
    RecomputationService recomputations;

    @Inject
    Rows rows;

    private final PlainRules rules = new PlainRules();
    private final PlainViews views = new PlainViews(ZONE);
    /** What was decided, and what it came to then. */
    private final Map<String, Integer> decided = new HashMap<>();

    private Paying ada;
    private Random random;
    private String structure;
    private String passing;
    private LocalDate starts;
    private LocalDate ends;

    @AfterEach
    void end() {
        ada.end(rows);
        Api.resetClock();
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(ZONE).toInstant();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void what_is_owed_is_what_the_days_come_to(long seed) {
        random = new Random(seed);
        Api.setClock(at(FIRST, 9));
        begin();
        var video = ada.video(1);

        for (var day = FIRST; day.isBefore(FIRST.plusDays(DAYS)); day = day.plusDays(1)) {
            Api.setClock(at(day, 22));
            live(day, video);
        }

        var made = owedBy(structure);
        var covered = new TreeMap<LocalDate, String>();
        made.forEach(one -> compare(one, covered));
        assertThat(covered.firstKey()).isEqualTo(starts);
        assertThat(covered)
                .hasSize((int) starts.datesUntil(covered.lastKey().plusDays(1)).count());
        comparePassed();
    }

    private void begin() {
        var organization = Api.organization(
                "enterprise", Map.of("creator_requests_per_minute", -1, "max_api_requests_per_day", -1));
        as(organization.tga()).body(Map.of("analytics_tz", ZONE.getId())).patch("/api/v1/organization");
        var tracking = new Tracking(organization, Tracking.project(organization, "Launch"));
        ada = new Paying(tracking, tracking.creator("ada.bakes"));
        starts = FIRST.plusDays(random.nextInt(10));
        ends = starts.plusDays(20 + random.nextInt(40));
        structure = ada.structure(rules.first(random));
        passing = ada.structure(Map.of("kind", "view_threshold", "threshold_views", 20_000, "amount_cents", 5));
        for (var one : List.of(structure, passing)) {
            tracking.post(
                            "payout-structures/" + one + "/assignments",
                            Map.of(
                                    "creator_id", ada.creator(),
                                    "starts_on", starts.toString(),
                                    "ends_on", ends.toString()))
                    .then()
                    .statusCode(201);
        }
    }

    private void live(LocalDate day, String video) {
        if (random.nextInt(3) > 0) {
            var late =
                    Math.min(random.nextInt(LATEST), (int) FIRST.datesUntil(day).count());
            var at = at(day.minusDays(late), random.nextInt(10, 22)).plusSeconds(random.nextInt(3000));
            ada.record(video, at.toString(), views.tell(at, at(FIRST, 0)));
        }
        for (var edit = random.nextInt(8); edit > 5; edit--) {
            ada.tracking()
                    .patch("payout-structures/" + structure, Map.of("rule", rules.next(day.plusDays(1), random)))
                    .then()
                    .statusCode(200);
        }
        round.run(Instant.MAX);
        if (random.nextInt(5) == 0) {
            decide();
        }
    }

    private void decide() {
        var open = owedBy(structure).stream()
                .filter(one -> one.get("status").equals("pending"))
                .toList();
        if (!open.isEmpty()) {
            var id = (String) open.get(random.nextInt(open.size())).get("id");
            var status = random.nextBoolean() ? "approved" : "void";
            decided.put(id, ada.decide(id, Map.of("status", status)).path("data.calculated_cents"));
        }
    }

    private List<Map<String, Object>> owedBy(String one) {
        return ada.tracking()
                .get("payout-accruals?limit=100&structure_id=" + one)
                .path("data");
    }

    private RecomputationService.Recomputation recomputed(Map<String, Object> one) {
        var owner = new Owner(ada.tracking().organization().id(), Mode.LIVE);
        return recomputations.of(owner, UUID.fromString((String) one.get("id")));
    }

    private void compare(Map<String, Object> one, TreeMap<LocalDate, String> covered) {
        var id = (String) one.get("id");
        var from = LocalDate.parse((String) one.get("period_start"));
        var to = LocalDate.parse((String) one.get("period_end")).plusDays(1);
        assertThat(to).as("%s", one).isEqualTo(rules.endOfPart(from, ends.plusDays(1)));
        from.datesUntil(to).forEach(day -> assertThat(covered.put(day, id)).isNull());
        var expected = rules.owed(from, to, views);
        assertThat(recomputed(one).now().cents()).as("%s", one).isEqualTo(expected);
        assertThat(((Number) one.get("calculated_cents")).longValue())
                .as("%s", one)
                .isEqualTo(decided.containsKey(id) ? decided.get(id).longValue() : expected);
    }

    /** Nobody decides about it, so that it follows the snapshots on all days that are over. */
    private void comparePassed() {
        var made = owedBy(passing);
        var day = views.passes(20_000);
        var passes = day != null && !day.isBefore(starts) && !day.isAfter(ends);
        var isOver = passes && day.isBefore(FIRST.plusDays(DAYS - 1));
        assertThat(made).hasSizeBetween(isOver ? 1 : 0, 1);
        made.forEach(one -> {
            assertThat(recomputed(one).now().cents()).isEqualTo(passes ? 5 : 0);
            assertThat(one.get("calculated_cents")).isEqualTo(isOver ? 5 : 0);
            assertThat(one.get("period_start")).isEqualTo(isOver ? day.toString() : one.get("period_end"));
        });
    }
}
