package io.groundswell.payout;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.goal.Period;
import io.groundswell.recording.KeptHistory;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A month of 31 days is there as a whole for as long as it is decided about, on a plan that keeps 30 days. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class WholeMonthTest {
    private static final Period JANUARY = new Period(LocalDate.parse("2031-01-01"), LocalDate.parse("2031-02-01"));

    @Inject
    Rows rows;

    @Inject
    ContentFixture fixture;

    private Paying ada;
    private String video;
    private ZoneId zone;

    @BeforeEach
    void begin() {
        Api.setClock(Instant.parse("2030-12-20T10:00:00Z"));
        var tracking = Tracking.begin(Map.of("max_api_requests_per_day", -1, "stats_history_retention_days", 30));
        ada = new Paying(tracking, tracking.creator("ada.bakes"));
        video = ada.video(1);
    }

    @AfterEach
    void end() {
        ada.end(rows);
        rows.change("delete from goal where organization_id = '%s'"
                .formatted(ada.tracking().organization().id()));
        Api.resetClock();
    }

    private Instant at(String day, String time) {
        return LocalDate.parse(day).atTime(LocalTime.parse(time)).atZone(zone).toInstant();
    }

    private void views(Instant at, long views) {
        ada.record(video, at.toString(), views);
    }

    /** Ten views more on each day of January, in its first and in its last hour. */
    private void measure() {
        views(at("2030-12-31", "23:30"), 100);
        for (var day = JANUARY.start(); day.isBefore(JANUARY.end()); day = day.plusDays(1)) {
            var before = 100 + 10 * (day.getDayOfMonth() - 1);
            views(at(day.toString(), "00:10"), before + 5);
            views(at(day.toString(), "23:50"), before + 10);
        }
    }

    private void hoursPass(Instant from, Instant to) {
        for (var now = from; now.isBefore(to); now = now.plus(Duration.ofHours(1))) {
            Api.setClock(now);
            fixture.drain("old_history");
            fixture.drain("missed_goals");
            fixture.drain("payout_accruals");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Los_Angeles", "Pacific/Pago_Pago", "Pacific/Kiritimati"})
    void goals_and_payouts_see_its_first_day_while_snapshots_are_deleted_every_hour(String place) {
        zone = ZoneId.of(place);
        ada.tracking()
                .patch("organization", Map.of("analytics_tz", place))
                .then()
                .statusCode(200);
        ada.tracking()
                .post(
                        "creators/" + ada.creator() + "/goals",
                        Map.of("type", "views", "period", "monthly", "target", 310))
                .then()
                .statusCode(201);
        ada.assign(
                ada.structure(Map.of(
                        "kind", "goals",
                        "period", "monthly",
                        "amount_cents", 700,
                        "goal_type", "views",
                        "goal_target", 310)),
                "2031-01-01");
        ada.assign(ada.structure(Map.of("kind", "cpm", "period", "monthly", "cpm_cents", 1000)), "2031-01-01");
        Api.setClock(at("2031-02-01", "00:01"));
        measure();

        hoursPass(at("2031-02-01", "00:30"), at("2031-02-07", "20:00"));
        assertThat(ada.cents()).containsExactlyInAnyOrder(700, 310);
        assertThat(ada.tracking().get("alerts?kind=goal_missed").<List<?>>path("data"))
                .isEmpty();

        // On the last day on which late snapshots count, what is pending is computed anew from all of the month.
        views(at("2031-01-31", "23:55"), 420);
        hoursPass(at("2031-02-07", "20:30"), at("2031-02-08", "03:00"));
        assertThat(ada.cents()).containsExactlyInAnyOrder(700, 320);
        ada.<String>owed("id").forEach(id -> assertThat(ada.tracking()
                        .get("payout-accruals/" + id + "/recomputation")
                        .<Integer>path("data.difference_cents"))
                .isZero());

        // Questions are refused by the plan all the same.
        ada.tracking()
                .get("analytics?entity=creator&entity_id=%s&metric=views&granularity=day&from=2031-01-01&tz=%s"
                        .formatted(ada.creator(), place))
                .then()
                .statusCode(402);
    }

    @Test
    void as_many_days_are_kept_as_are_looked_at() {
        assertThat(KeptHistory.LEAST_DAYS)
                .isEqualTo(Accruing.LONGEST_PERIOD_DAYS + (int) Accruing.AFTER_GOALS.toDays() + Accruing.LATE_DAYS);
    }
}
