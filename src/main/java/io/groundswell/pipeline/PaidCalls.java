package io.groundswell.pipeline;

import io.groundswell.cost.Ledger;
import io.groundswell.generation.ProviderFailure;
import io.groundswell.generation.Route;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Makes calls that cost money, with the lease renewed meanwhile, and books those that failed and cost it all the same. One
 * that failed and cost nothing keeps no money reserved either: its mission may end before another try.
 */
@ApplicationScoped
class PaidCalls {
    private final Ledger ledger;
    private final Heartbeat heartbeat;

    PaidCalls(Ledger ledger, Heartbeat heartbeat) {
        this.ledger = ledger;
        this.heartbeat = heartbeat;
    }

    /** Who is called, for what, under which reservation. */
    record Line(Owner owner, String reference, Route route) {}

    <T> T make(Line line, Runnable renewLease, Supplier<T> call) {
        try {
            return heartbeat.during(call, renewLease);
        } catch (ProviderFailure failure) {
            if (failure.usage() == null) {
                ledger.release(line.owner(), line.reference());
            } else {
                ledger.bill(line.owner(), line.reference(), Spending.receipt(failure.usage()));
            }
            throw failure.by(line.route());
        }
    }
}
