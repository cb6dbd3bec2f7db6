package io.groundswell.account.v1;

import io.groundswell.shared.Owner;
import java.util.Optional;

/** By way of whom an organization publishes, as the tenant object shows it. The feature above that knows implements it. */
public interface PublishesBy {
    /** The brand at Metricool as this contract calls it; empty when Metricool is not connected. */
    Optional<String> blogId(Owner owner);
}
