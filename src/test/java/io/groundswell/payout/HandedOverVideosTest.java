package io.groundswell.payout;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A video that passed so many views and becomes another creator's is owed for once by a structure. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class HandedOverVideosTest {
    @Inject
    Rows rows;

    @Inject
    ContentFixture fixture;

    @Inject
    DueAssignments assignments;

    @Inject
    Accruing accruing;

    private Paying ada;
    private Paying bo;
    private String video;

    /** It passes 1,000 views on July 2nd. */
    @BeforeEach
    void begin() {
        Api.setClock(Instant.parse("2031-07-01T10:00:00Z"));
        ada = Paying.begin();
        bo = new Paying(ada.tracking(), ada.tracking().creator("bo.cooks"));
        var structure = ada.structure(Map.of("kind", "view_threshold", "threshold_views", 1000, "amount_cents", 700));
        ada.assign(structure, "2031-07-01");
        bo.assign(structure, "2031-07-01");
        video = ada.video(1);
        ada.record(video, "2031-07-01T08:00:00Z", 10);
        Api.setClock(Instant.parse("2031-07-02T10:00:00Z"));
        ada.record(video, "2031-07-02T09:00:00Z", 1_200);
        Api.setClock(Instant.parse("2031-07-03T01:00:00Z"));
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

    private void handTo(Paying other) {
        ada.tracking()
                .patch("videos/" + video, Map.of("tracking_status", "excluded"))
                .then()
                .statusCode(200);
        ada.tracking()
                .addVideo(Map.of("url", Tracking.address(1), "creator_id", other.creator()))
                .then()
                .statusCode(200);
    }

    private List<Integer> owedTo(Paying one) {
        return one.tracking().get("payout-accruals?creator_id=" + one.creator()).path("data.calculated_cents");
    }

    private void decide(String status) {
        var accrual = ada.<String>owed("id").get(0);
        ada.decide(accrual, Map.of("status", status)).then().statusCode(200);
    }

    @Test
    void what_was_decided_for_the_one_is_not_owed_to_the_other() {
        fixture.round("payout_accruals");
        decide("approved");
        handTo(bo);

        passUntil("2031-07-03T03:00:00Z");
        passUntil("2031-07-03T05:00:00Z");

        assertThat(owedTo(ada)).containsExactly(700);
        assertThat(owedTo(bo)).isEmpty();
    }

    @Test
    void what_was_void_is_not_owed_to_the_other_either() {
        fixture.round("payout_accruals");
        decide("void");
        handTo(bo);

        passUntil("2031-07-03T03:00:00Z");

        assertThat(owedTo(bo)).isEmpty();
    }

    @Test
    void what_is_pending_goes_along_and_comes_back() {
        fixture.round("payout_accruals");
        assertThat(owedTo(ada)).containsExactly(700);

        handTo(bo);
        passUntil("2031-07-03T03:00:00Z");
        passUntil("2031-07-03T05:00:00Z");
        assertThat(owedTo(ada)).containsExactly(0);
        assertThat(owedTo(bo)).containsExactly(700);

        handTo(ada);
        passUntil("2031-07-03T07:00:00Z");
        passUntil("2031-07-03T09:00:00Z");
        assertThat(owedTo(ada)).containsExactly(700);
        assertThat(owedTo(bo)).containsExactly(0);
    }

    private List<String> freeToChange() {
        return CompletableFuture.supplyAsync(() -> rows.texts(
                        "select id::text from video where id = '%s' for no key update skip locked".formatted(video)))
                .join();
    }

    /** Else another instance, which sees the new creator and not yet this accrual, would make a second one. */
    @Test
    void nobody_gets_a_video_while_it_is_accrued() {
        var now = Instant.parse("2031-07-03T01:00:00Z");
        var due = assignments.next(now, 10_000).stream()
                .filter(one -> one.creatorId().toString().equals(ada.creator()))
                .findFirst()
                .orElseThrow();
        assertThat(freeToChange()).hasSize(1);

        QuarkusTransaction.requiringNew().run(() -> {
            accruing.accrue(due);
            assertThat(freeToChange()).isEmpty();
        });

        assertThat(owedTo(ada)).containsExactly(700);
    }

    @Test
    void a_video_that_is_being_changed_is_accrued_an_hour_later() {
        QuarkusTransaction.requiringNew().run(() -> {
            rows.change("update video set title = 'Pasta' where id = '%s'".formatted(video));
            CompletableFuture.runAsync(() -> fixture.round("payout_accruals")).join();
        });
        assertThat(owedTo(ada)).isEmpty();

        passUntil("2031-07-03T03:00:00Z");

        assertThat(owedTo(ada)).containsExactly(700);
    }
}
