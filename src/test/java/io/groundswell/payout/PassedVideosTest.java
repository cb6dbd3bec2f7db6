package io.groundswell.payout;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is owed for a video that passed so many views, when its snapshots or the video itself change afterwards. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PassedVideosTest {
    @Inject
    Rows rows;

    @Inject
    ContentFixture fixture;

    private Paying ada;
    private String structure;
    private String video;

    /** It passes 1,000 views on July 2nd. */
    @BeforeEach
    void begin() {
        Api.setClock(Instant.parse("2031-07-01T10:00:00Z"));
        ada = Paying.begin();
        structure = ada.structure(past(1000, 700));
        ada.assign(structure, "2031-07-01");
        video = ada.video(1);
        ada.record(video, "2031-07-01T08:00:00Z", 10);
        Api.setClock(Instant.parse("2031-07-02T10:00:00Z"));
        ada.record(video, "2031-07-02T09:00:00Z", 1_200);
    }

    @AfterEach
    void end() {
        ada.end(rows);
        Api.resetClock();
    }

    private static Map<String, Object> past(int views, int cents) {
        return Map.of("kind", "view_threshold", "threshold_views", views, "amount_cents", cents);
    }

    private void passUntil(String moment) {
        Api.setClock(Instant.parse(moment));
        fixture.round("payout_accruals");
    }

    private void requireOwed(String day, int views, int cents) {
        assertThat(ada.<String>owed("period_start")).containsExactly(day);
        assertThat(ada.<String>owed("period_end")).containsExactly(day);
        assertThat(ada.<Number>owed("quantity")).extracting(Number::intValue).containsExactly(views);
        assertThat(ada.cents()).containsExactly(cents);
        assertThat(difference()).isZero();
    }

    private int difference() {
        return ada.tracking()
                .get("payout-accruals/" + ada.<String>owed("id").get(0) + "/recomputation")
                .path("data.difference_cents");
    }

    @Test
    void what_is_pending_follows_corrected_snapshots_to_another_day_and_to_nothing() {
        passUntil("2031-07-03T01:00:00Z");
        requireOwed("2031-07-02", 1200, 700);

        ada.record(video, "2031-07-02T09:00:00Z", 900);
        passUntil("2031-07-03T03:00:00Z");
        requireOwed("2031-07-02", 0, 0);

        ada.record(video, "2031-07-03T02:00:00Z", 1_100);
        passUntil("2031-07-04T03:00:00Z");
        requireOwed("2031-07-03", 1100, 700);

        ada.record(video, "2031-07-02T09:30:00Z", 1_050);
        passUntil("2031-07-04T05:00:00Z");
        requireOwed("2031-07-02", 1050, 700);
    }

    @Test
    void what_came_to_nothing_is_owed_when_the_video_passes_after_all() {
        passUntil("2031-07-03T01:00:00Z");
        ada.record(video, "2031-07-02T09:00:00Z", 900);
        passUntil("2031-07-03T03:00:00Z");
        Api.setClock(Instant.parse("2031-07-20T10:00:00Z"));
        ada.record(video, "2031-07-20T02:00:00Z", 1_300);

        passUntil("2031-07-21T03:00:00Z");

        requireOwed("2031-07-20", 1300, 700);
    }

    @Test
    void what_was_decided_and_what_is_over_for_a_week_stays_as_it_is() {
        passUntil("2031-07-03T01:00:00Z");
        var accrual = ada.<String>owed("id").get(0);
        ada.decide(accrual, Map.of("status", "approved"));
        ada.record(video, "2031-07-02T09:00:00Z", 900);
        passUntil("2031-07-03T03:00:00Z");
        assertThat(ada.cents()).containsExactly(700);
        assertThat(difference()).isEqualTo(-700);

        ada.decide(accrual, Map.of("status", "pending"));
        passUntil("2031-07-10T01:00:00Z");
        assertThat(ada.cents()).containsExactly(700);
    }

    @Test
    void nothing_is_owed_for_a_first_snapshot() {
        passUntil("2031-07-03T01:00:00Z");
        ada.record(video, "2031-07-01T08:00:00Z", 1_001);

        passUntil("2031-07-03T03:00:00Z");

        requireOwed("2031-07-02", 0, 0);
    }

    @Test
    void nothing_is_owed_for_a_video_that_is_excluded() {
        passUntil("2031-07-03T01:00:00Z");
        ada.tracking()
                .patch("videos/" + video, Map.of("tracking_status", "excluded"))
                .then()
                .statusCode(200);

        passUntil("2031-07-03T03:00:00Z");

        requireOwed("2031-07-02", 0, 0);
    }

    @Test
    void nothing_is_owed_for_a_video_that_is_deleted() {
        passUntil("2031-07-03T01:00:00Z");
        ada.tracking().delete("videos/" + video).then().statusCode(200);

        passUntil("2031-07-03T03:00:00Z");

        requireOwed("2031-07-02", 0, 0);
    }

    @Test
    void the_rule_of_the_day_on_which_it_passes_says_how_much() {
        ada.tracking().patch("payout-structures/" + structure, Map.of("rule", past(1000, 900)));
        passUntil("2031-07-03T01:00:00Z");
        requireOwed("2031-07-02", 1200, 700);

        ada.record(video, "2031-07-02T09:00:00Z", 900);
        ada.record(video, "2031-07-03T00:30:00Z", 1_400);
        passUntil("2031-07-04T01:00:00Z");

        requireOwed("2031-07-03", 1400, 900);
    }

    @Test
    void another_rule_pays_nothing_more_for_what_passed_before() {
        ada.tracking().patch("payout-structures/" + structure, Map.of("rule", past(2000, 900)));
        passUntil("2031-07-03T01:00:00Z");
        ada.record(video, "2031-07-03T00:30:00Z", 2_400);

        passUntil("2031-07-04T01:00:00Z");
        requireOwed("2031-07-02", 1200, 700);
    }
}
