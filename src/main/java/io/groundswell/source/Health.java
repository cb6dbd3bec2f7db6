package io.groundswell.source;

import java.util.Locale;

/** How a source did when it was last asked for something. */
public enum Health {
    HEALTHY,
    /** It failed, and may recover by itself. */
    DEGRADED,
    /** It is asked nothing any more until somebody connects it anew. */
    ERROR;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
