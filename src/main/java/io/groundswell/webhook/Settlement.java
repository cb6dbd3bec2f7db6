package io.groundswell.webhook;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** Writes down what became of an attempt, and what that means for its endpoint. */
@ApplicationScoped
class Settlement {
    private static final Logger LOG = Logger.getLogger(Settlement.class);
    private static final int FAILURES_IN_A_ROW = 20;
    private static final Sql SETTLE = Sql.file(Settlement.class, "settle.sql");
    private static final Sql POSTPONE = Sql.file(Settlement.class, "postpone.sql");
    private static final Sql NOTE = Sql.file(Settlement.class, "note.sql");

    private final AgroalDataSource database;
    private final MeterRegistry meters;

    Settlement(AgroalDataSource database, MeterRegistry meters) {
        this.database = database;
        this.meters = meters;
    }

    void settle(Claim claim, Attempt attempt) {
        var next = next(claim, attempt);
        var outcome = attempt.isSuccess()
                ? DeliveryStatus.SUCCEEDED
                : next == null ? DeliveryStatus.FAILED : DeliveryStatus.PENDING;
        var failing = QuarkusTransaction.requiringNew().call(() -> write(claim, attempt, outcome, next));
        meters.counter("groundswell.webhook.attempts", "outcome", outcome.toString())
                .increment();
        if (failing) {
            meters.counter("groundswell.webhook.endpoints.failing").increment();
            LOG.warnf("Webhook %s took none of %d events in a row and is off", claim.webhookId(), FAILURES_IN_A_ROW);
        }
    }

    /** Nothing went out, and that was not for the endpoint: only somebody who looks is told at once. */
    void unsent(Claim claim, Attempt attempt) {
        if (claim.isTest()) {
            settle(claim, attempt);
            return;
        }
        var values = Map.of(
                "id",
                claim.deliveryId(),
                "claim",
                claim.id(),
                "now",
                attempt.at(),
                "at",
                attempt.at().toString(),
                "latency",
                attempt.latencyMs(),
                "error",
                attempt.error());
        if (QuarkusTransaction.requiringNew().call(() -> POSTPONE.update(database, values)) == 0) {
            LOG.warnf("The claim on %s ran out before it was postponed", claim.deliveryId());
        }
    }

    /** A test is for somebody who is looking: it is not repeated. */
    private static Instant next(Claim claim, Attempt attempt) {
        return attempt.isSuccess() || claim.isTest() ? null : RetrySchedule.next(claim.attempts() + 1, attempt.at());
    }

    /** Says whether the endpoint was switched off by this. */
    private boolean write(Claim claim, Attempt attempt, DeliveryStatus outcome, Instant next) {
        var values = new HashMap<String, Object>();
        values.put("id", claim.deliveryId());
        values.put("claim", claim.id());
        values.put("outcome", outcome);
        values.put("next", next);
        values.put("at", attempt.at().toString());
        values.put("status", attempt.status());
        values.put("latency", attempt.latencyMs());
        values.put("error", attempt.error());
        values.put("response", attempt.response());
        if (SETTLE.update(database, values) == 0) {
            LOG.warnf("The claim on %s ran out before it was settled", claim.deliveryId());
            return false;
        }
        return !claim.isTest()
                && NOTE.first(
                                database,
                                Map.of(
                                        "webhook",
                                        claim.webhookId(),
                                        "outcome",
                                        outcome,
                                        "slow",
                                        attempt.isSlow(),
                                        "most",
                                        FAILURES_IN_A_ROW),
                                row -> row.getBoolean("failing"))
                        .orElse(false);
    }
}
