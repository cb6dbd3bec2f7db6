package io.groundswell.payout;

import static io.groundswell.payout.Paying.recurring;
import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.shared.Caller;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What many do to payouts at the same moment. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PayoutRaceTest {
    private static final Map<String, Object> CPM = Map.of("kind", "cpm", "period", "daily", "cpm_cents", 250);

    @Inject
    Rows rows;

    @Inject
    AccrualRound round;

    @Inject
    PaymentService payments;

    @Inject
    MeterRegistry meters;

    private Paying ada;
    private double failuresBefore;

    @BeforeEach
    void begin() {
        Api.setClock(Instant.parse("2031-07-01T10:00:00Z"));
        ada = Paying.begin();
        failuresBefore = failures();
    }

    @AfterEach
    void end() {
        ada.end(rows);
        Api.resetClock();
        assertThat(failures()).isEqualTo(failuresBefore);
    }

    private double failures() {
        return meters.counter("groundswell.round.failures", "round", round.name())
                .count();
    }

    private List<String> owedOn(Map<String, Object> rule, String firstDay) {
        ada.assign(ada.structure(rule), firstDay);
        round.run(Instant.MAX);
        return ada.owed("id");
    }

    private void approve(List<String> ids) {
        ids.forEach(id -> ada.decide(id, Map.of("status", "approved")).then().statusCode(200));
    }

    /** Whatever is paid is paid by a payment that is in force, which names it; and nothing else is named by one. */
    private void requireThatBooksAgree() {
        var creator = ada.creator();
        assertThat(rows.count("""
                select count(*) from payout_accrual a
                where a.creator_id = '%s' and (a.status = 'PAID') <> (a.payment_id is not null)""".formatted(creator))).isZero();
        assertThat(rows.texts("""
                select string_agg(a.id::text, ',' order by a.id::text) from payout_accrual a
                where a.creator_id = '%s' and a.status = 'PAID'""".formatted(creator))).isEqualTo(rows.texts("""
                select string_agg(i.id, ',' order by i.id)
                from payout_payment p cross join lateral jsonb_array_elements_text(p.accrual_ids) as i (id)
                where p.creator_id = '%s' and p.status = 'RECORDED'""".formatted(creator)));
        assertThat(rows.count("""
                select count(*) from payout_payment p
                where p.creator_id = '%s' and p.status = 'RECORDED' and p.amount_cents <> p.adjustment_cents + (
                    select coalesce(sum(a.calculated_cents + a.adjustment_cents), 0)
                    from payout_accrual a where a.payment_id = p.id)""".formatted(creator))).isZero();
    }

    @Test
    void however_many_rounds_run_at_once_each_part_is_owed_once() throws Exception {
        ada.assign(ada.structure(recurring("daily", 100)), "2031-03-01");

        for (var time = 0; time < 3; time++) {
            Crowd.of(4, () -> round.run(Instant.MAX));
        }

        assertThat(rows.count("select count(*) from payout_accrual where creator_id = '%s'".formatted(ada.creator())))
                .isEqualTo(31 + 30 + 31 + 30);
    }

    @Test
    void an_accrual_is_paid_once_and_once_more_when_the_payment_is_void() throws Exception {
        var ids = owedOn(recurring("daily", 100), "2031-06-29");
        approve(ids);
        Map<String, Object> payment = Map.of(
                "creator_id", ada.creator(), "method_id", ada.method(), "accrual_ids", ids, "adjustment_cents", -5);

        for (var time = 0; time < 3; time++) {
            var answers = Crowd.of(6, () -> ada.pay(payment));

            assertThat(answers)
                    .extracting(Response::statusCode)
                    .containsOnly(201, 409)
                    .containsOnlyOnce(201);
            var made = answers.stream()
                    .filter(answer -> answer.statusCode() == 201)
                    .findFirst()
                    .orElseThrow();
            assertThat(made.<Integer>path("data.amount_cents")).isEqualTo(195);
            requireThatBooksAgree();
            ada.annul(made.path("data.id"));
            assertThat(ada.<String>owed("status")).containsOnly("approved");
        }
    }

    @Test
    void notes_that_are_written_while_a_payment_becomes_void_leave_it_void() {
        var ids = owedOn(recurring("daily", 100), "2031-06-30");
        approve(ids);
        var payment = ada.pay(ada.paymentOf(ids)).<String>path("data.id");
        var caller = new Caller(
                new Owner(ada.tracking().organization().id(), Mode.LIVE),
                "usr_1",
                Caller.Credential.API_KEY,
                "key_1",
                null,
                Set.of(),
                -1,
                -1,
                -1);

        var noting = QuarkusTransaction.requiringNew().call(() -> {
            payments.change(caller, UUID.fromString(payment), PaymentStatus.VOID, details -> details);
            var asked = CompletableFuture.supplyAsync(
                    () -> ada.tracking().patch("payout-payments/" + payment, Map.of("readme", "Sent twice")));
            rows.awaitWaiting();
            return asked;
        });

        noting.join()
                .then()
                .statusCode(200)
                .body("data.status", equalTo("void"))
                .body("data.readme", equalTo("Sent twice"));
        assertThat(ada.<String>owed("status")).containsOnly("approved");
        requireThatBooksAgree();
    }

    /** Else it could wait for somebody who waits for what it has brought up to date itself. */
    @Test
    void a_round_waits_for_nobody_who_decides_about_what_is_there() throws Exception {
        var ids = owedOn(recurring("daily", 100), "2031-06-24");
        rows.change(
                "update payout_assignment set due_at = now() - interval '1 hour', accrued_through = null where creator_id = '%s'"
                        .formatted(ada.creator()));
        var decided = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        var deciding = CompletableFuture.runAsync(
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    rows.change("update payout_accrual set readme = 'Seen' where id = '%s'".formatted(ids.get(2)));
                    decided.countDown();
                    return over.await(30, TimeUnit.SECONDS);
                }));
        decided.await();
        var done = CompletableFuture.supplyAsync(() -> round.run(Instant.MAX));

        assertThat(done).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(1);

        assertThat(deciding).isNotDone();
        over.countDown();
        deciding.join();
        assertThat(ada.owed("id")).hasSameSizeAs(ids);
    }

    /** Payments of overlapping sets in different orders, the void of one, decisions and rounds: nobody waits in a circle. */
    @Test
    void payments_voids_decisions_and_rounds_agree() throws Exception {
        var video = ada.video(1);
        ada.record(video, "2031-06-20T08:00:00Z", 0);
        var ids = owedOn(CPM, "2031-06-24");
        assertThat(ids).hasSize(7);

        for (var time = 0; time < 4; time++) {
            approve(ids.stream()
                    .filter(id -> ada.tracking()
                            .get("payout-accruals/" + id)
                            .path("data.status")
                            .equals("pending"))
                    .skip(1)
                    .toList());
            List<String> approved = ada.tracking()
                    .get("payout-accruals?limit=100&status=approved")
                    .path("data.id");
            var standing = ada.pay(ada.paymentOf(approved)).<String>path("data.id");
            ada.record(video, "2031-06-%dT09:%02d:00Z".formatted(24 + time % 7, time), 4_000L * (time + 1));
            rows.change("update payout_assignment set due_at = now() - interval '1 hour' where creator_id = '%s'"
                    .formatted(ada.creator()));
            var turn = new AtomicInteger();

            var statuses = Crowd.of(8, () -> switch (turn.getAndIncrement()) {
                case 0 -> ada.annul(standing).statusCode();
                case 1 -> ada.pay(ada.paymentOf(ids)).statusCode();
                case 2 -> ada.pay(ada.paymentOf(approved)).statusCode();
                case 3 ->
                    ada.pay(ada.paymentOf(approved.subList(1, approved.size()))).statusCode();
                case 4 ->
                    ada.decide(approved.get(0), Map.of("status", "pending")).statusCode();
                case 5 -> ada.decide(approved.get(1), Map.of("status", "void")).statusCode();
                default -> round.run(Instant.MAX) < 0 ? 500 : 200;
            });

            assertThat(statuses).isSubsetOf(200, 201, 409);
            requireThatBooksAgree();
            ada.tracking()
                    .get("payout-payments?status=recorded")
                    .<List<String>>path("data.id")
                    .forEach(ada::annul);
            ids.forEach(id -> ada.decide(id, Map.of("status", "pending")));
        }
    }

    /** Whoever comes too late finds no creator, or no project; nothing is left behind, and nobody waits in a circle. */
    @Test
    void what_goes_meanwhile_leaves_nothing() throws Exception {
        for (var time = 0; time < 3; time++) {
            var structure = ada.structure(recurring("daily", 100));
            ada.assign(structure, "2031-06-29");
            round.run(Instant.MAX);
            List<String> ids = ada.owed("id");
            approve(ids);
            var paid = ada.pay(ada.paymentOf(ids.subList(0, 1))).<String>path("data.id");
            var payment = ada.paymentOf(ids.subList(1, 2));
            rows.change("update payout_assignment set due_at = now() - interval '1 hour' where creator_id = '%s'"
                    .formatted(ada.creator()));
            var turn = new AtomicInteger();

            var statuses = Crowd.of(7, () -> switch (turn.getAndIncrement()) {
                case 0 ->
                    ada.tracking()
                            .delete("projects/" + ada.tracking().project())
                            .statusCode();
                case 1 -> ada.tracking().delete("creators/" + ada.creator()).statusCode();
                case 2 -> ada.pay(payment).statusCode();
                case 3 -> ada.annul(paid).statusCode();
                case 4 ->
                    ada.tracking()
                            .post(
                                    "payout-structures/" + structure + "/assignments",
                                    Map.of("creator_id", ada.creator(), "starts_on", "2031-06-29"))
                            .statusCode();
                case 5 ->
                    ada.tracking()
                            .patch("payout-structures/" + structure, Map.of("rule", recurring("weekly", 5)))
                            .statusCode();
                default -> round.run(Instant.MAX) < 0 ? 500 : 200;
            });

            assertThat(statuses).isSubsetOf(200, 201, 404, 409).contains(200);
            for (var table : List.of("payout_structure", "payout_accrual")) {
                assertThat(ada.tracking()
                                .count(
                                        rows,
                                        "select count(*) from " + table + " where organization_id = :organization"))
                        .as(table)
                        .isZero();
            }
            ada = Paying.begin();
        }
    }

    @Test
    void the_last_place_for_a_method_is_given_once() throws Exception {
        var organization =
                Api.organization("free", Map.of("max_api_requests_per_day", -1, "creator_requests_per_minute", -1));

        var answers = Crowd.of(
                8, () -> as(organization.tga()).body(Map.of("name", "Bank")).post("/api/v1/payout-methods"));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201, 402);
        assertThat(rows.count(
                        "select count(*) from payout_method where organization_id = '%s'".formatted(organization.id())))
                .isEqualTo(6);
    }

    @Test
    void organizations_from_before_get_the_methods_that_all_have_and_only_once() throws Exception {
        var organization = ada.tracking().organization().id();
        rows.change("delete from payout_method where organization_id = '%s'".formatted(organization));

        Crowd.of(6, () -> rows.texts("select 1 from seed_payout_methods(array['%s'])".formatted(organization)));

        assertThat(ada.tracking().get("payout-methods").<List<String>>path("data.name"))
                .containsExactly("Venmo", "Cash App", "PayPal");
    }
}
