package io.groundswell.publishing;

import java.util.Locale;

/** Where an organization can connect an account of its own. */
public enum Provider {
    METRICOOL,
    MASTODON,
    BLUESKY;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
