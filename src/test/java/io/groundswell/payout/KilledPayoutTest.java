package io.groundswell.payout;

import static io.groundswell.payout.Paying.recurring;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.shared.Caller;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Reaper;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers that die while they make accruals or note payments, over and over. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class KilledPayoutTest {
    private static final Logger NOISE = Logger.getLogger("io.groundswell.payout");
    private static final String MADE = """
            select string_agg(
                s.name || a.reason || ' ' || a.starts_on || ' ' || a.ends_on || ' ' || a.quantity || ' ' || a.calculated_cents,
                ', ' order by s.created_at, a.starts_on)
            from payout_accrual a join payout_structure s on s.id = a.structure_id where a.creator_id = '%s'""";

    @Inject
    Rows rows;

    @Inject
    AccrualRound round;

    @Inject
    PaymentService payments;

    @Inject
    Reaper reaper;

    private Paying ada;
    private Paying bo;

    @BeforeEach
    void begin() {
        NOISE.setLevel(Level.OFF);
        Api.setClock(Instant.parse("2031-07-01T10:00:00Z"));
        ada = Paying.begin();
        bo = Paying.begin();
    }

    @AfterEach
    void end() {
        ada.end(rows);
        bo.end(rows);
        Api.resetClock();
        NOISE.setLevel(null);
    }

    private static void owe(Paying one) {
        one.assign(one.structure(recurring("monthly", 1001)), "2031-01-10");
        one.assign(one.structure(recurring("weekly", 1000)), "2031-05-01");
        one.assign(one.structure(recurring("daily", 100)), "2031-01-01");
        one.assign(one.structure(Map.of("kind", "cpm", "period", "monthly", "cpm_cents", 333)), "2031-05-05");
        var video = one.video(1);
        one.record(video, "2031-05-06T08:00:00Z", 0);
        one.record(video, "2031-05-07T08:00:00Z", 77_777);
        one.record(video, "2031-06-07T08:00:00Z", 123_456);
    }

    @Test
    void however_often_rounds_are_killed_they_make_what_others_make() throws Exception {
        owe(ada);
        reaper.killEvery(2);

        var deaths = Crowd.of(2, () -> Reaper.lives(threads -> round.run(Instant.MAX))).stream()
                .mapToInt(Integer::intValue)
                .sum();

        assertThat(deaths).isGreaterThan(4);
        assertThat(reaper.kills().keySet())
                .anyMatch(moment -> moment.startsWith("before"))
                .anyMatch(moment -> moment.startsWith("after"));
        owe(bo);
        round.run(Instant.MAX);
        assertThat(rows.texts(MADE.formatted(ada.creator())))
                .doesNotContainNull()
                .isEqualTo(rows.texts(MADE.formatted(bo.creator())));
    }

    @Test
    void however_often_whoever_pays_is_killed_all_is_paid_once() {
        ada.assign(ada.structure(recurring("daily", 100)), "2031-06-01");
        round.run(Instant.MAX);
        rows.change("update payout_accrual set status = 'APPROVED' where creator_id = '%s'".formatted(ada.creator()));
        var method = UUID.fromString(ada.method());
        reaper.killEvery(3);

        var deaths = Reaper.lives(threads -> {
            var some = rows.texts("""
                    select id::text from payout_accrual where creator_id = '%s' and status = 'APPROVED'
                    order by id limit 3""".formatted(ada.creator()));
            if (!some.isEmpty()) {
                pay(some, method);
            }
            return some.size();
        });

        assertThat(deaths).isGreaterThan(2);
        assertThat(rows.count("select count(*) from payout_payment where creator_id = '%s'".formatted(ada.creator())))
                .isEqualTo(10);
        assertThat(rows.count("select sum(amount_cents) from payout_payment where creator_id = '%s'"
                        .formatted(ada.creator())))
                .isEqualTo(3000);
        assertThat(rows.count("""
                select count(distinct payment_id) from payout_accrual where creator_id = '%s' and status = 'PAID'""".formatted(ada.creator()))).isEqualTo(10);
    }

    private void pay(List<String> accruals, UUID method) {
        var owner = new Owner(ada.tracking().organization().id(), Mode.LIVE);
        var caller = new Caller(owner, "user", Caller.Credential.API_KEY, "key", null, Set.of("write"), -1, -1, -1);
        payments.record(
                caller,
                new Paid(
                        UUID.fromString(ada.creator()),
                        method,
                        accruals.stream().map(UUID::fromString).toList(),
                        0,
                        new PaymentDetails(null, "{}", null)));
    }
}
