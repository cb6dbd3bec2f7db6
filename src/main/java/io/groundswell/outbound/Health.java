package io.groundswell.outbound;

import java.util.Locale;

/** How an account at somebody else did when it was last asked for something. */
public enum Health {
    HEALTHY,
    /** It failed, and may recover by itself. */
    DEGRADED,
    /** It is asked for nothing any more until somebody connects it anew. */
    ERROR;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
