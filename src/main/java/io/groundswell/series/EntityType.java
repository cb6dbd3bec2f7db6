package io.groundswell.series;

import java.util.Locale;

/** What figures are asked of. */
public enum EntityType {
    VIDEO,
    CREATOR,
    CAMPAIGN;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
