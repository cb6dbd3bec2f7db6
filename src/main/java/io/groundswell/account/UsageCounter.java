package io.groundswell.account;

import io.groundswell.shared.Owner;
import java.time.Instant;

/** A feature that counts what an organization used; the features below the account register themselves so. */
public interface UsageCounter {
    /** The name under which {@code /usage} shows the count, such as {@code cost_cents}. */
    String name();

    long since(Owner owner, Instant start);
}
