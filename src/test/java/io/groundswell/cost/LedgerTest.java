package io.groundswell.cost;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.OrganizationService;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.shared.PublicId;
import io.groundswell.shared.Refusal;
import io.groundswell.testing.Api;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Budgets and monthly limits under many workers at once, and over the turn of a month. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class LedgerTest {
    private static final int WORKERS = 50;
    private static final String JANUARY = "month:2030-01";
    private static final String FEBRUARY = "month:2030-02";

    @Inject
    Ledger ledger;

    @Inject
    Purses purses;

    @Inject
    OrganizationService organizations;

    @Inject
    AgroalDataSource database;

    @Inject
    Rows rows;

    private Api.Organization organization;
    private Owner owner;
    private String mission;

    @BeforeEach
    void open() {
        Api.setClock(Instant.parse("2030-01-15T12:00:00Z"));
        organization = Api.organization();
        owner = new Owner(organization.id(), Mode.TEST);
        mission = PublicId.next("msn");
    }

    @AfterEach
    void restore() {
        Api.resetClock();
    }

    private void limitMonth(long cents) {
        as(organization.test())
                .body(Map.of("config", Map.of("cost_limits", Map.of("monthly_limit_cents", cents))))
                .put("/v1/tenant")
                .then()
                .statusCode(200);
    }

    private void moveTo(String timezone) {
        Api.operator()
                .body(Map.of("timezone", timezone))
                .patch("/internal/organizations/" + organization.id())
                .then()
                .statusCode(200);
    }

    private Purchase item(String missionId, Long budget, long cents) {
        return new Purchase(
                owner,
                PublicId.next("ref"),
                missionId,
                "Launch",
                budget,
                null,
                "job_1",
                "content",
                "sandbox",
                "llm",
                cents);
    }

    /** The references of what was reserved; everything else was refused for want of money. */
    private Queue<String> race(Crowded purchase) throws Exception {
        var reserved = new ConcurrentLinkedQueue<String>();
        Crowd.of(WORKERS, () -> {
            var wanted = purchase.next();
            try {
                ledger.reserve(wanted);
                reserved.add(wanted.reference());
            } catch (Refusal refusal) {
                assertThat(refusal.code()).isEqualTo(CostError.BUDGET_EXCEEDED);
            }
            return null;
        });
        return reserved;
    }

    private interface Crowded {
        Purchase next();
    }

    private void reserve(Purchase purchase) {
        ledger.reserve(purchase);
    }

    private void settle(String reference, long cents) {
        ledger.settle(owner, reference, new Receipt("sandbox", 100, 0, cents));
    }

    private long booked(String purse) {
        return rows.count("select coalesce(sum(booked_cents), 0) from budget where organization_id = '"
                + organization.id() + "' and purse = '" + purse + "'");
    }

    private long entries(String condition) {
        return rows.count("select count(*) from ledger_entry where organization_id = '" + organization.id() + "' and "
                + condition);
    }

    private long alerts() {
        return rows.count("select count(*) from outbox_event where type = 'budget.threshold_reached' and"
                + " organization_id = '" + organization.id() + "'");
    }

    @Test
    void fifty_workers_get_two_items_of_12_cents_out_of_a_budget_of_30() throws Exception {
        var reserved = race(() -> item(mission, 30L, 12));
        assertThat(reserved).hasSize(2);
        assertThat(booked("mission:" + mission)).isEqualTo(24);
        assertThat(booked(JANUARY)).isEqualTo(24);
        assertThat(entries("true")).isEqualTo(2);
        reserved.forEach(reference -> settle(reference, 12));
        assertThat(race(() -> item(mission, 30L, 12))).isEmpty();
        assertThat(rows.count(
                        "select sum(cost_cents) from ledger_entry where organization_id = '" + organization.id() + "'"))
                .isEqualTo(24);
    }

    @Test
    void fifty_workers_of_as_many_missions_share_the_month() throws Exception {
        limitMonth(30);
        assertThat(race(() -> item(PublicId.next("msn"), null, 12))).hasSize(2);
        assertThat(booked(JANUARY)).isEqualTo(24);
        assertThat(entries("true")).isEqualTo(2);
    }

    @Test
    void the_narrower_of_budget_and_month_decides_and_neither_books_what_the_other_refuses() throws Exception {
        limitMonth(40);
        assertThat(race(() -> item(mission, 100L, 12))).hasSize(3);
        assertThat(booked("mission:" + mission)).isEqualTo(36);
        assertThat(booked(JANUARY)).isEqualTo(36);
        limitMonth(1000);
        assertThat(race(() -> item(mission, 60L, 12))).hasSize(2);
        assertThat(booked("mission:" + mission)).isEqualTo(60);
        assertThat(booked(JANUARY)).isEqualTo(60);
    }

    @Test
    void one_reference_is_reserved_once_however_often_and_each_call_under_it_is_booked() throws Exception {
        var purchase = item(mission, 100L, 12);
        assertThat(race(() -> purchase)).hasSize(WORKERS);
        assertThat(booked("mission:" + mission)).isEqualTo(12);
        Crowd.of(20, () -> {
            settle(purchase.reference(), 9);
            ledger.release(owner, purchase.reference());
            return null;
        });
        assertThat(entries("state = 'RESERVED'")).isZero();
        assertThat(entries("state = 'SETTLED' and cost_cents = 9 and job_id = 'job_1'"))
                .isEqualTo(20);
        assertThat(booked("mission:" + mission)).isEqualTo(180);
        assertThat(booked(JANUARY)).isEqualTo(180);
    }

    @Test
    void what_was_paid_for_and_lost_is_reserved_anew_when_it_is_bought_again() throws Exception {
        // Given
        var call = item(mission, 100L, 40);
        reserve(call);
        settle(call.reference(), 30);
        // When
        assertThat(race(() -> call)).hasSize(WORKERS);
        // Then
        assertThat(booked("mission:" + mission)).isEqualTo(70);
        settle(call.reference(), 35);
        assertThat(booked("mission:" + mission)).isEqualTo(65);
        // When there is too little left for another
        assertThatThrownBy(() -> reserve(call)).isInstanceOf(Refusal.class);
        // Then nothing has changed
        assertThat(booked("mission:" + mission)).isEqualTo(65);
        assertThat(rows.texts("select state || ' ' || cost_cents from ledger_entry where mission_id = '" + mission
                        + "' order by id"))
                .containsExactly("SETTLED 30", "SETTLED 35");
        assertThat(entries("reference = '" + call.reference() + "'")).isEqualTo(1);
    }

    @Test
    void a_call_whose_reservation_was_given_back_meanwhile_is_booked_all_the_same() {
        var call = item(mission, 100L, 40);
        reserve(call);
        ledger.release(owner, call.reference());
        settle(call.reference(), 30);
        assertThat(booked("mission:" + mission)).isEqualTo(30);
        assertThat(booked(JANUARY)).isEqualTo(30);
    }

    @Test
    void what_a_provider_charges_beyond_its_estimate_is_booked_in_full_and_stops_the_next_call() {
        limitMonth(1000);
        var dear = item(mission, 30L, 12);
        reserve(dear);
        settle(dear.reference(), 45);
        assertThat(booked("mission:" + mission)).isEqualTo(45);
        assertThat(booked(JANUARY)).isEqualTo(45);
        assertThat(entries("cost_cents = 45 and state = 'SETTLED'")).isEqualTo(1);
        assertThatThrownBy(() -> reserve(item(mission, 30L, 1)))
                .isInstanceOf(Refusal.class)
                .hasMessage("1 more cents would exceed the mission's budget of 30 cents");
        assertThat(ledger.hasRoom(owner, mission, 30L, 1)).isFalse();
        assertThat(ledger.hasRoom(owner, mission, 46L, 1)).isTrue();
        // What costs nothing fits all the same, as it does when it is reserved.
        assertThat(ledger.hasRoom(owner, mission, 30L, 0)).isTrue();
        reserve(item(mission, 30L, 0));
    }

    @Test
    void what_a_call_costs_that_was_to_cost_nothing_is_booked_and_stops_the_next_one() {
        var free = item(mission, 30L, 0);
        reserve(free);
        settle(free.reference(), 45);
        assertThat(booked("mission:" + mission)).isEqualTo(45);
        assertThat(booked(JANUARY)).isEqualTo(45);
        assertThatThrownBy(() -> reserve(item(mission, 30L, 1))).isInstanceOf(Refusal.class);
    }

    @Test
    void fifty_workers_raise_one_alert_a_month() throws Exception {
        limitMonth(600);
        race(() -> item(mission, null, 12));
        assertThat(booked(JANUARY)).isEqualTo(600);
        assertThat(alerts()).isEqualTo(1);
        Api.setClock(Instant.parse("2030-02-01T00:00:00Z"));
        race(() -> item(mission, null, 12));
        assertThat(booked(FEBRUARY)).isEqualTo(600);
        assertThat(alerts()).isEqualTo(2);
    }

    @Test
    void a_call_that_turns_out_dear_raises_the_alert_though_nothing_is_reserved_any_more() {
        limitMonth(100);
        var dear = item(mission, null, 70);
        reserve(dear);
        assertThat(alerts()).isZero();
        settle(dear.reference(), 150);
        assertThat(alerts()).isEqualTo(1);
    }

    /** As some write that there is none. */
    @Test
    void the_largest_limit_that_there_is_raises_no_alert() {
        limitMonth(Long.MAX_VALUE);
        reserve(item(mission, null, 12));
        assertThat(booked(JANUARY)).isEqualTo(12);
        assertThat(alerts()).isZero();
    }

    @Test
    void months_turn_in_the_organizations_zone_and_a_call_belongs_to_the_month_it_was_reserved_in() {
        // Given a minute before midnight in Tokyo
        moveTo("Asia/Tokyo");
        limitMonth(100);
        Api.setClock(Instant.parse("2030-01-31T14:59:00Z"));
        var late = item(mission, null, 90);
        reserve(late);
        assertThatThrownBy(() -> reserve(item(mission, null, 20))).isInstanceOf(Refusal.class);
        // When
        Api.setClock(Instant.parse("2030-01-31T15:00:00Z"));
        settle(late.reference(), 95);
        reserve(item(mission, null, 20));
        // Then
        assertThat(booked(JANUARY)).isEqualTo(95);
        assertThat(booked(FEBRUARY)).isEqualTo(20);
    }

    @Test
    void a_call_stays_in_its_month_though_its_organization_moves_to_a_zone_where_the_next_has_begun() {
        // Given an hour before midnight in UTC
        Api.setClock(Instant.parse("2030-01-31T23:00:00Z"));
        var settled = item(mission, null, 90);
        var failed = item(mission, null, 50);
        var released = item(mission, null, 40);
        Stream.of(settled, failed, released).forEach(this::reserve);
        // When
        moveTo("Asia/Tokyo");
        reserve(item(mission, null, 7));
        settle(settled.reference(), 95);
        ledger.bill(owner, failed.reference(), new Receipt("model", 900, 0, 25));
        ledger.release(owner, released.reference());
        // Then
        assertThat(booked(JANUARY)).isEqualTo(95 + 25);
        assertThat(booked(FEBRUARY)).isEqualTo(7);
    }

    @Test
    void a_reservation_over_which_the_month_ends_is_taken_back_from_where_it_was_booked() {
        // Given a clock that turns the month between two looks at it
        var late = new Ledger(database, purses, organizations, new Turning());
        var call = item(mission, null, 90);
        QuarkusTransaction.requiringNew().run(() -> late.reserve(call));
        // When
        ledger.release(owner, call.reference());
        // Then
        assertThat(booked(JANUARY)).isZero();
        assertThat(booked(FEBRUARY)).isZero();
    }

    /** Looked at once it is the last moment of January; after that it is February. */
    private static final class Turning extends Clock {
        private Instant now = Instant.parse("2030-01-31T23:59:59.999Z");

        @Override
        public Instant instant() {
            var seen = now;
            now = Instant.parse("2030-02-01T00:00:00Z");
            return seen;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void a_call_that_failed_and_cost_is_booked_apart_and_tried_again_from_what_is_left() {
        // Given
        var call = item(mission, 100L, 60);
        reserve(call);
        // When
        ledger.bill(owner, call.reference(), new Receipt("model", 900, 0, 25));
        // Then
        assertThat(booked("mission:" + mission)).isEqualTo(25);
        assertThat(booked(JANUARY)).isEqualTo(25);
        // When
        reserve(call);
        ledger.settle(owner, call.reference(), new Receipt("model", 100, 0, 10));
        // Then
        assertThat(booked("mission:" + mission)).isEqualTo(35);
        assertThat(rows.texts("select state || ' ' || tokens || ' ' || cost_cents from ledger_entry"
                        + " where mission_id = '" + mission + "' order by id"))
                .containsExactly("SETTLED 100 10", "SETTLED 900 25");
    }

    @Test
    void what_a_failed_call_cost_may_leave_too_little_for_another() {
        // Given
        var call = item(mission, 100L, 60);
        reserve(call);
        // When
        ledger.bill(owner, call.reference(), new Receipt("model", 900, 0, 41));
        // Then
        assertThatThrownBy(() -> reserve(call)).isInstanceOf(Refusal.class);
        assertThat(booked("mission:" + mission)).isEqualTo(41);
    }

    @Test
    void a_call_that_another_provider_makes_is_reserved_at_its_price() {
        // Given
        var call = item(mission, 100L, 60);
        reserve(call);
        // When
        reserve(new Purchase(
                owner, call.reference(), mission, "Launch", 100L, null, "job_1", "content", "other", "llm", 70));
        // Then
        assertThat(booked("mission:" + mission)).isEqualTo(70);
        assertThat(rows.texts("select provider || ' ' || state || ' ' || reserved_cents from ledger_entry"
                        + " where mission_id = '" + mission + "'"))
                .containsExactly("other RESERVED 70");
    }
}
