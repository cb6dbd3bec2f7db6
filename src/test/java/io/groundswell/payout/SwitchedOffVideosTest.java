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

/** What a video brought is owed, also when it is switched off afterwards; goals are stricter. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SwitchedOffVideosTest {
    @Inject
    Rows rows;

    @Inject
    ContentFixture fixture;

    private Paying ada;
    private String video;

    @BeforeEach
    void begin() {
        Api.setClock(Instant.parse("2031-01-01T10:00:00Z"));
        ada = Paying.begin();
        video = ada.video(1);
    }

    @AfterEach
    void end() {
        ada.end(rows);
        Api.resetClock();
    }

    private void passUntil(String moment) {
        Api.setClock(Instant.parse(moment));
        fixture.round("payout_accruals");
    }

    private void switchOff() {
        ada.tracking()
                .post("videos/" + video + "/tracking-disable", Map.of())
                .then()
                .statusCode(200);
    }

    private int recomputed() {
        return ada.tracking()
                .get("payout-accruals/" + ada.<String>owed("id").get(0) + "/recomputation")
                .path("data.difference_cents");
    }

    private void gainThreeThousand() {
        ada.record(video, "2031-01-01T09:00:00Z", 100);
        Api.setClock(Instant.parse("2031-01-20T10:00:00Z"));
        ada.record(video, "2031-01-20T09:00:00Z", 3_100);
    }

    @Test
    void a_month_of_views_stays_owed_when_its_videos_are_switched_off_on_the_first_of_the_next() {
        ada.assign(ada.structure(Map.of("kind", "cpm", "period", "monthly", "cpm_cents", 1000)), "2031-01-01");
        gainThreeThousand();
        passUntil("2031-02-01T01:00:00Z");
        assertThat(ada.cents()).containsExactly(3000);

        switchOff();
        passUntil("2031-02-01T03:00:00Z");

        assertThat(ada.cents()).containsExactly(3000);
        assertThat(ada.<String>owed("status")).containsExactly("pending");
        assertThat(recomputed()).isZero();
    }

    @Test
    void views_from_before_a_video_was_switched_off_in_the_month_are_owed() {
        ada.assign(ada.structure(Map.of("kind", "cpm", "period", "monthly", "cpm_cents", 1000)), "2031-01-01");
        gainThreeThousand();
        switchOff();

        passUntil("2031-02-01T01:00:00Z");

        assertThat(ada.cents()).containsExactly(3000);
    }

    @Test
    void a_goal_is_paid_as_it_is_counted() {
        ada.assign(
                ada.structure(Map.of(
                        "kind", "goals",
                        "period", "monthly",
                        "amount_cents", 700,
                        "goal_type", "views",
                        "goal_target", 3000)),
                "2031-01-01");
        gainThreeThousand();
        passUntil("2031-02-03T01:00:00Z");
        assertThat(ada.cents()).containsExactly(700);

        switchOff();
        passUntil("2031-02-03T03:00:00Z");

        assertThat(ada.cents()).containsExactly(0);
    }
}
