package io.groundswell.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.groundswell.cost.ExpenseSums.OfMission;
import io.groundswell.cost.ExpenseSums.OfProvider;
import io.groundswell.cost.ExpenseSums.OfStage;
import io.groundswell.database.Sql;
import io.groundswell.mission.MissionService;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.shared.PublicId;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the report says, against a plain list of charges. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class CostReportTest {
    private static final Instant NOW = Instant.parse("2026-03-30T12:34:56Z");
    private static final List<String> STAGES = List.of("strategy", "content", "optimize");
    private static final List<String> PROVIDERS = List.of("claude/llm", "openai/llm", "openai/image", "sandbox/image");
    private static final String DELETED = "msn_deleted000000000";

    private static final Sql CHARGE = Sql.text("""
            insert into ledger_entry (organization_id, mode, reference, mission_id, mission_name, content_id, job_id,
                stage, state, provider, type, requests, tokens, images, reserved_cents, cost_cents, at)
            values (:organization, :mode, :reference, :mission, :name, cast(:item as text), 'job_1', :stage, :state,
                :provider, :type, :requests, :tokens, :images, 0, :cents, :at)""");

    @Inject
    CostReport report;

    @Inject
    MissionService service;

    @Inject
    ContentFixture fixture;

    @Inject
    Rows rows;

    @Inject
    AgroalDataSource database;

    private record Charge(
            Instant at,
            String mission,
            String item,
            String stage,
            String provider,
            long cents,
            long tokens,
            int images) {}

    private record Seen(LocalDate day, String mission, long impressions) {}

    private Random random;
    private Owner owner;
    private ZoneId zone;
    private List<String> missions;
    private final List<Charge> charges = new ArrayList<>();
    private final List<Seen> seen = new ArrayList<>();

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
        missions = List.of(fixture.mission(owner), fixture.mission(owner), DELETED);
    }

    private void charge(Owner payer, Charge charge, String state) {
        var values = new HashMap<String, Object>();
        values.put("organization", payer.organizationId());
        values.put("mode", payer.mode());
        values.put("reference", PublicId.next("ref"));
        values.put("mission", charge.mission());
        values.put("name", "Then " + charge.at());
        values.put("item", charge.item());
        values.put("stage", charge.stage());
        values.put("state", state);
        values.put("provider", charge.provider().split("/")[0]);
        values.put("type", charge.provider().split("/")[1]);
        values.put("requests", state.equals("SETTLED") ? 1 : 0);
        values.put("tokens", charge.tokens());
        values.put("images", charge.images());
        values.put("cents", charge.cents());
        values.put("at", charge.at());
        CHARGE.update(database, values);
    }

    private Charge anyCharge() {
        var isOfItem = random.nextInt(4) > 0;
        return new Charge(
                NOW.minusSeconds(random.nextInt((int) Duration.ofDays(50).toSeconds())),
                any(missions),
                isOfItem ? "cnt_" + random.nextInt(40) : null,
                isOfItem ? "content" : any(STAGES),
                any(PROVIDERS),
                random.nextInt(5) == 0 ? 0 : random.nextInt(400),
                random.nextInt(5_000),
                random.nextInt(3));
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** Among charges of others, of the other mode, and such that came to nothing. */
    private void fill() {
        var others = List.of(
                new Owner(owner.organizationId(), Mode.TEST),
                new Owner(Api.organization().id(), Mode.LIVE));
        for (var i = 0; i < 250; i++) {
            var charge = anyCharge();
            charge(owner, charge, "SETTLED");
            charges.add(charge);
            charge(any(others), anyCharge(), "SETTLED");
            charge(owner, anyCharge(), random.nextBoolean() ? "RESERVED" : "RELEASED");
        }
        for (var day = 0; day < 50; day++) {
            for (var mission : missions.subList(0, 2)) {
                see(new Seen(LocalDate.ofInstant(NOW, zone).minusDays(day), mission, random.nextInt(1_000)));
            }
        }
        rows.change(
                "insert into organization_day select organization_id, mode, day, platform, sum(impressions), 0, 0, 0,"
                        + " 0, 0, 0, 0, 0 from mission_day group by 1, 2, 3, 4");
    }

    private void see(Seen one) {
        seen.add(one);
        rows.change("insert into mission_day values ('%s', 'LIVE', '%s', '%s', 'TWITTER', %d, 0, 0, 0, 0, 0, 0, 0, 0)"
                .formatted(owner.organizationId(), one.mission(), one.day(), one.impressions()));
    }

    private static long cents(List<Charge> some) {
        return some.stream().mapToLong(Charge::cents).sum();
    }

    private static long items(List<Charge> some) {
        return some.stream()
                .map(Charge::item)
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    private static <K> Map<K, List<Charge>> by(List<Charge> some, Function<Charge, K> what) {
        return some.stream().collect(Collectors.groupingBy(what));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Europe/Berlin", "Asia/Kathmandu", "Pacific/Kiritimati"})
    void every_way_of_adding_up_comes_to_the_plain_list_of_charges(String zoneId) {
        open(zoneId);
        fill();
        for (var round = 0; round < 15; round++) {
            var end = LocalDate.ofInstant(NOW, zone).minusDays(random.nextInt(20) - 5);
            var period = new Period(end.minusDays(random.nextInt(35)), end);
            var mission = round % 3 == 0 ? any(missions) : null;

            var costs = report.of(owner, period, mission);

            thenIs(
                    costs,
                    charges.stream()
                            .filter(charge -> isAsked(charge, period, mission))
                            .toList());
            thenTheDaysAreThose(costs, mission);
            assertThat(costs.impressions())
                    .isEqualTo(seen.stream()
                            .filter(one -> mission == null || mission.equals(one.mission()))
                            .filter(one -> contains(period, one.day()))
                            .mapToLong(Seen::impressions)
                            .sum());
            thenIsProjected(costs.projection(), mission);
        }
    }

    private boolean isAsked(Charge charge, Period period, String mission) {
        return (mission == null || mission.equals(charge.mission())) && contains(period, day(charge));
    }

    private LocalDate day(Charge charge) {
        return LocalDate.ofInstant(charge.at(), zone);
    }

    private static boolean contains(Period period, LocalDate day) {
        return !day.isBefore(period.start()) && !day.isAfter(period.end());
    }

    private void thenIs(Costs costs, List<Charge> asked) {
        var sums = costs.expenses();
        assertThat(sums.cents()).isEqualTo(cents(asked));
        assertThat(sums.items())
                .isEqualTo(items(asked.stream()
                        .filter(one -> one.item() != null)
                        .map(this::apart)
                        .toList()));
        assertThat(sums.byProvider().stream()
                        .collect(Collectors.toMap(one -> one.provider() + "/" + one.type(), one -> one)))
                .isEqualTo(each(
                        asked,
                        Charge::provider,
                        (name, some) -> new OfProvider(
                                name.split("/")[0],
                                name.split("/")[1],
                                cents(some),
                                some.size(),
                                some.stream().mapToLong(Charge::tokens).sum(),
                                some.stream().mapToLong(Charge::images).sum())));
        assertThat(sums.byStage().stream().collect(Collectors.toMap(OfStage::stage, OfStage::cents)))
                .isEqualTo(each(asked, Charge::stage, (stage, some) -> cents(some)));
        assertThat(sums.byMission().stream().collect(Collectors.toMap(OfMission::missionId, one -> one)))
                .isEqualTo(each(
                        asked,
                        Charge::mission,
                        (id, some) -> new OfMission(
                                id, id.equals(DELETED) ? lastName(some) : "Launch", cents(some), items(some))));
        assertThat(sums.byMission()).isSortedAccordingTo((one, other) -> Long.compare(other.cents(), one.cents()));
        assertThat(sums.byProvider().stream().mapToLong(OfProvider::cents).sum())
                .isEqualTo(sums.cents());
        assertThat(sums.byMission().stream().mapToLong(OfMission::cents).sum()).isEqualTo(sums.cents());
        assertThat(sums.byMission().stream().mapToLong(OfMission::items).sum()).isEqualTo(sums.items());
        assertThat(sums.byStage().stream().mapToLong(OfStage::cents).sum()).isEqualTo(sums.cents());
    }

    /** The items here have the same names in every mission. */
    private Charge apart(Charge one) {
        return new Charge(one.at(), one.mission(), one.mission() + one.item(), "", "", 0, 0, 0);
    }

    /** Of the charge that was entered last. */
    private String lastName(List<Charge> some) {
        return "Then " + some.get(some.size() - 1).at();
    }

    private interface Summed<T> {
        T of(String name, List<Charge> some);
    }

    private static <T> Map<String, T> each(List<Charge> asked, Function<Charge, String> what, Summed<T> sum) {
        var sums = new HashMap<String, T>();
        by(asked, what).forEach((name, some) -> sums.put(name, sum.of(name, some)));
        return sums;
    }

    private void thenTheDaysAreThose(Costs costs, String mission) {
        var days = costs.period()
                .start()
                .datesUntil(costs.period().end().plusDays(1))
                .toList();
        var byDay = costs.expenses().byDay();
        assertThat(byDay).hasSameSizeAs(days);
        for (var at = 0; at < days.size(); at++) {
            var one = new Period(days.get(at), days.get(at));
            assertThat(byDay.get(at))
                    .as(one.toString())
                    .isEqualTo(cents(charges.stream()
                            .filter(charge -> isAsked(charge, one, mission))
                            .toList()));
        }
        assertThat(byDay.stream().mapToLong(Long::longValue).sum())
                .isEqualTo(costs.expenses().cents());
    }

    private void thenIsProjected(CostProjection projection, String mission) {
        Predicate<Charge> lastWeek = charge -> charge.at().isAfter(NOW.minus(Duration.ofDays(7)));
        var spent = cents(charges.stream()
                .filter(lastWeek)
                .filter(charge -> mission == null || mission.equals(charge.mission()))
                .toList());
        assertThat(projection.monthlyCents()).isEqualTo(Math.round(spent * 30 / 7.0));
        assertThat(projection.exhaustedOn()).isNull();
    }

    @Test
    void a_deleted_mission_keeps_its_last_name() {
        open("UTC");
        var mission = missions.get(0);
        var charge = new Charge(NOW.minus(Duration.ofDays(3)), mission, null, "content", "claude/llm", 700, 1, 0);
        charge(owner, charge, "SETTLED");
        var other = new Owner(owner.organizationId(), Mode.TEST);
        charge(other, charge, "SETTLED");
        fixture.setMission(mission, "name = 'Relaunch', status = 'COMPLETED'");
        var march = new Period(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-31"));

        service.delete(owner, mission);

        assertThat(report.of(owner, march, null).expenses().byMission())
                .containsExactly(new OfMission(mission, "Relaunch", 700, 0));
        assertThat(report.of(other, march, null).expenses().byMission())
                .extracting(OfMission::missionName)
                .doesNotContain("Relaunch");
    }

    @Test
    void a_limit_is_used_by_the_month_of_all_missions() {
        // Given 700 cents in the week, 1,000 in the month, and as much in the month before
        open("America/New_York");
        var mission = missions.get(0);
        for (var charge : List.of(
                new Charge(Instant.parse("2026-03-01T04:59:59Z"), mission, null, "content", "claude/llm", 1_000, 1, 0),
                new Charge(Instant.parse("2026-03-01T05:00:00Z"), mission, null, "content", "claude/llm", 300, 1, 0),
                new Charge(NOW.minus(Duration.ofDays(3)), DELETED, null, "content", "claude/llm", 700, 1, 0))) {
            charge(owner, charge, "SETTLED");
        }
        rows.change("update organization set config = jsonb_set(config, '{cost_limits,monthly_limit_cents}', '1150')");
        var march = new Period(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-31"));

        var costs = report.of(owner, march, mission);

        assertThat(costs.expenses().cents()).isEqualTo(300);
        assertThat(costs.limitCents()).isEqualTo(1_150);
        assertThat(costs.limitUsedPercent()).isEqualTo(26.1);
        assertThat(costs.perItemCents()).isNull();
        assertThat(costs.perThousandImpressionsCents()).isNull();
        assertThat(costs.projection()).isEqualTo(new CostProjection(0, LocalDate.parse("2026-03-31"), 1L));
        assertThat(report.of(owner, march, null).projection().monthlyCents()).isEqualTo(3_000);
    }

    @Test
    void more_missions_than_are_told_apart_share_a_row() {
        open("UTC");
        for (var i = 1; i <= 130; i++) {
            var id = "msn_%016d".formatted(i);
            charge(owner, new Charge(NOW, id, "cnt_" + i, "content", "claude/llm", i, 1, 0), "SETTLED");
        }

        var sums = report.of(owner, new Period(LocalDate.ofInstant(NOW, zone), LocalDate.ofInstant(NOW, zone)), null)
                .expenses();

        assertThat(sums.cents()).isEqualTo(130 * 131 / 2);
        assertThat(sums.byMission()).hasSize(101);
        assertThat(sums.byMission().get(0)).isEqualTo(new OfMission("msn_0000000000000130", "Then " + NOW, 130, 1));
        assertThat(sums.byMission().get(100)).isEqualTo(new OfMission(null, null, 30 * 31 / 2, 30));
    }

    @Test
    void a_mission_that_is_unknown_or_of_others_is_not_found() {
        open("UTC");
        var today = new Period(LocalDate.ofInstant(NOW, zone), LocalDate.ofInstant(NOW, zone));
        var strangers = List.of(
                new Owner(owner.organizationId(), Mode.TEST),
                new Owner(Api.organization().id(), Mode.LIVE));
        charge(owner, new Charge(NOW, DELETED, null, "content", "claude/llm", 1, 1, 0), "SETTLED");

        assertThat(report.of(owner, today, DELETED).expenses().cents()).isEqualTo(1);
        assertThat(report.of(owner, today, missions.get(0)).expenses().cents()).isZero();
        assertThatThrownBy(() -> report.of(owner, today, "msn_1")).isInstanceOf(Refusal.class);
        for (var stranger : strangers) {
            for (var mission : missions) {
                assertThatThrownBy(() -> report.of(stranger, today, mission))
                        .isInstanceOf(Refusal.class)
                        .hasMessage("No such mission: " + mission);
            }
        }
    }
}
