package io.groundswell.shared;

import java.util.Locale;

/** Which of an organization's two separate worlds a row belongs to. Neither ever sees the other. */
public enum Mode {
    LIVE,
    TEST;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
