package io.groundswell.webhook;

import java.util.Set;

/** What events tell is kept as texts; some of it is numbers. */
public final class Numbers {
    public static final Set<String> NAMES = Set.of(
            "cycle", "threshold_percent", "limit_cents", "actual", "target", "current", "max", "percent", "threshold");

    private Numbers() {}
}
