package io.groundswell.campaign;

import java.util.Locale;

/** What may be in a campaign. */
public enum ItemType {
    CREATOR,
    VIDEO,
    CAMPAIGN;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
