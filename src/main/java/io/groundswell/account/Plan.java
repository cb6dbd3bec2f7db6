package io.groundswell.account;

import java.util.Locale;

/** What an organization pays for. Each contract shows it under its own name. */
public enum Plan {
    FREE,
    PRO,
    ENTERPRISE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
