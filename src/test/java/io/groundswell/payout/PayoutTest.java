package io.groundswell.payout;

import static io.groundswell.payout.Paying.recurring;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What creators come to be owed as days pass. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PayoutTest {
    private static final Logger NOISE = Logger.getLogger("io.groundswell.payout.AccrualRound");

    private static final Map<String, Object> CPM =
            Map.of("kind", "cpm", "period", "daily", "cpm_cents", 250, "minimum_cents", 10, "cap_cents", 5000);

    @Inject
    Rows rows;

    @Inject
    AccrualRound round;

    @Inject
    MeterRegistry meters;

    private Paying ada;

    /** A Tuesday. */
    @BeforeEach
    void begin() {
        Api.setClock(Instant.parse("2031-07-01T10:00:00Z"));
        ada = Paying.begin();
    }

    @AfterEach
    void end() {
        ada.end(rows);
        Api.resetClock();
    }

    private void passUntil(String moment) {
        Api.setClock(Instant.parse(moment));
        round.run(Instant.MAX);
    }

    @Test
    void an_edit_holds_from_the_next_day_on_and_no_cent_is_lost() {
        var structure = ada.structure(recurring("weekly", 1000));
        ada.assign(structure, "2031-07-01");
        passUntil("2031-07-03T12:00:00Z");
        ada.tracking()
                .patch("payout-structures/" + structure, Map.of("rule", recurring("weekly", 1000), "name", "Same"));
        var edited = ada.tracking().patch("payout-structures/" + structure, Map.of("rule", recurring("weekly", 2000)));

        assertThat(edited.<Integer>path("data.version")).isEqualTo(2);
        assertThat(edited.<String>path("data.effective_from")).isEqualTo("2031-07-04");
        passUntil("2031-07-14T12:00:00Z");

        // Tuesday to Thursday at 1000 a week, Friday to Sunday at 2000, a whole week at 2000.
        assertThat(ada.<String>owed("period_start"))
                .containsExactlyInAnyOrder("2031-07-01", "2031-07-04", "2031-07-07");
        assertThat(ada.cents()).containsExactlyInAnyOrder(1000 * 4 / 7 - 1000 / 7, 2000 - 2000 * 4 / 7, 2000);
    }

    @Test
    void late_snapshots_count_while_it_is_pending_and_are_only_told_afterwards() {
        ada.assign(ada.structure(CPM), "2031-07-01");
        var video = ada.video(1);
        ada.record(video, "2031-07-01T08:00:00Z", 100);
        ada.record(video, "2031-07-01T09:00:00Z", 4_101);
        passUntil("2031-07-02T01:00:00Z");
        assertThat(ada.cents()).containsExactly(1000);

        ada.record(video, "2031-07-01T09:30:00Z", 6_100);
        passUntil("2031-07-02T02:30:00Z");
        assertThat(ada.cents()).containsExactly(1500);

        var accrual = ada.<String>owed("id").get(0);
        ada.decide(accrual, Map.of("status", "approved"));
        ada.record(video, "2031-07-01T09:40:00Z", 9_100);
        passUntil("2031-07-02T04:30:00Z");
        assertThat(ada.cents()).containsExactly(1500);
        assertThat(difference(accrual)).isEqualTo(750);

        // Whoever wants it computed anew puts it back in time.
        ada.decide(accrual, Map.of("status", "pending"));
        passUntil("2031-07-02T06:30:00Z");
        assertThat(ada.<Integer>owed("calculated_cents")).contains(2250);
        assertThat(difference(accrual)).isZero();
    }

    private int difference(String accrual) {
        return ada.tracking()
                .get("payout-accruals/" + accrual + "/recomputation")
                .path("data.difference_cents");
    }

    @Test
    void after_a_week_the_difference_is_paid_by_hand() {
        var structure = ada.structure(CPM);
        var assignment = ada.assign(structure, "2031-07-01");
        ada.tracking()
                .patch(
                        "payout-structures/" + structure + "/assignments/" + assignment,
                        Map.of("ends_on", "2031-07-01"));
        var video = ada.video(1);
        ada.record(video, "2031-07-01T08:00:00Z", 100);
        passUntil("2031-07-02T01:00:00Z");
        passUntil("2031-07-09T01:00:00Z");
        ada.record(video, "2031-07-01T09:00:00Z", 4_100);

        passUntil("2031-07-10T01:00:00Z");

        assertThat(ada.cents()).containsExactly(10);
        var accrual = ada.<String>owed("id").get(0);
        assertThat(difference(accrual)).isEqualTo(990);
        ada.decide(accrual, Map.of("status", "approved", "adjustment_cents", 990));
        passUntil("2031-07-11T01:00:00Z");
        assertThat(ada.<Integer>owed("amount_cents")).containsExactly(1000);
    }

    @Test
    void a_video_that_passes_so_many_views_is_paid_once() {
        var structure = ada.structure(Map.of("kind", "view_threshold", "threshold_views", 1000, "amount_cents", 700));
        var begun = ada.video(1);
        ada.record(begun, "2031-07-01T08:00:00Z", 5_000);
        var passing = ada.video(2);
        ada.record(passing, "2031-07-01T08:00:00Z", 10);
        ada.assign(structure, "2031-07-01");
        Api.setClock(Instant.parse("2031-07-02T10:00:00Z"));
        ada.record(passing, "2031-07-02T09:00:00Z", 1_200);
        ada.record(begun, "2031-07-02T09:00:00Z", 6_000);

        passUntil("2031-07-03T10:00:00Z");
        passUntil("2031-07-04T10:00:00Z");

        assertThat(ada.cents()).containsExactly(700);
        assertThat(ada.<String>owed("period_start")).containsExactly("2031-07-02");
        assertThat(ada.<String>owed("video_id")).containsExactly(passing);
        assertThat(difference(ada.<String>owed("id").get(0))).isZero();
    }

    /** More than are looked at by one statement, on two days. */
    @Test
    void of_very_many_videos_that_pass_so_many_views_none_is_left_out() {
        ada.assign(
                ada.structure(Map.of("kind", "view_threshold", "threshold_views", 100, "amount_cents", 1)),
                "2031-07-01");
        var organization = ada.tracking().organization().id();
        rows.change("""
                insert into video (id, organization_id, mode, program_id, creator_id, url, metadata, tracking_status,
                    created_at, updated_at)
                select gen_random_uuid(), '%s', 'LIVE', '%s', '%s', 'https://www.tiktok.com/@a/video/' || n, '{}',
                    'DIRECT_ADD', now(), now()
                from generate_series(1, %d) as n""".formatted(organization, ada.tracking().project(), ada.creator(), PassedVideos.AT_ONCE * 2 + 1));
        rows.change("""
                insert into tracked_day (id, day, views, views_level, views_change)
                select v.id, date '2031-07-01' + cast(row_number() over () %% 2 as int), 150, 150, 150
                from video v where v.organization_id = '%s'""".formatted(organization));

        passUntil("2031-07-03T10:00:00Z");

        assertThat(rows.count("select count(*) from payout_accrual where creator_id = '%s'".formatted(ada.creator())))
                .isEqualTo(PassedVideos.AT_ONCE * 2 + 1);
    }

    @Test
    void goals_are_looked_at_two_days_after_their_period() {
        ada.assign(
                ada.structure(Map.of(
                        "kind", "goals",
                        "period", "daily",
                        "amount_cents", 300,
                        "goal_type", "views",
                        "goal_target", 50)),
                "2031-07-01");
        var video = ada.video(1);
        ada.record(video, "2031-07-01T08:00:00Z", 100);
        ada.record(video, "2031-07-01T09:00:00Z", 150);

        passUntil("2031-07-03T23:59:00Z");
        assertThat(ada.cents()).isEmpty();
        passUntil("2031-07-05T01:00:00Z");

        assertThat(ada.cents()).containsExactlyInAnyOrder(300, 0);
    }

    @Test
    void what_is_owed_to_a_creator_that_was_removed_is_paid_and_goes_on_when_it_is_back() {
        ada.assign(ada.structure(recurring("daily", 100)), "2031-06-30");
        passUntil("2031-07-01T11:00:00Z");
        ada.tracking().delete("creators/" + ada.creator()).then().statusCode(200);
        passUntil("2031-07-02T11:00:00Z");

        List<String> ids = ada.owed("id");
        assertThat(ids).hasSize(1);
        ada.decide(ids.get(0), Map.of("status", "approved")).then().statusCode(200);
        var paid = ada.pay(ada.paymentOf(ids));

        assertThat(paid.<Integer>path("data.amount_cents")).isEqualTo(100);
        ada.annul(paid.path("data.id")).then().statusCode(200);
        assertThat(ada.<String>owed("status")).containsExactly("approved");
        ada.pay(Map.of("creator_id", ada.creator(), "method_id", ada.method(), "amount_cents", 5))
                .then()
                .statusCode(201);

        ada.tracking().addCreator("ada.bakes");
        passUntil("2031-07-03T11:00:00Z");
        assertThat(ada.<String>owed("period_start"))
                .containsExactlyInAnyOrder("2031-06-30", "2031-07-01", "2031-07-02");
    }

    @Test
    void one_that_cannot_be_computed_is_counted_and_does_not_keep_the_others_waiting() {
        var broken = ada.structure(recurring("daily", 100));
        var assignment = ada.assign(broken, "2031-06-30");
        rows.change("update payout_version set kind = 'BARTER' where structure_id = '%s'".formatted(broken));
        rows.change("update payout_assignment set due_at = due_at - interval '1 day' where id = '%s'"
                .formatted(assignment));
        ada.assign(ada.structure(recurring("daily", 200)), "2031-06-30");
        var before = failures();

        NOISE.setLevel(Level.OFF);
        passUntil("2031-07-01T11:00:00Z");
        passUntil("2031-07-01T11:30:00Z");
        NOISE.setLevel(null);

        assertThat(ada.cents()).containsExactly(200);
        assertThat(failures() - before).isEqualTo(1);
        rows.change("update payout_version set kind = 'RECURRING' where structure_id = '%s'".formatted(broken));
        passUntil("2031-07-01T12:30:00Z");
        assertThat(ada.cents()).containsExactlyInAnyOrder(200, 100);
    }

    private double failures() {
        return meters.counter("groundswell.round.failures", "round", round.name())
                .count();
    }
}
