package io.groundswell.event;

import java.util.Locale;

/** Properties that have a column of their own, where they are texts. The column and the property share their name. */
public enum HotProperty {
    PATH,
    HOSTNAME,
    REFERRER,
    BROWSER,
    OS,
    DEVICE,
    LANGUAGE,
    UTM_SOURCE,
    UTM_MEDIUM,
    UTM_CAMPAIGN;

    private final String key = name().toLowerCase(Locale.ROOT);

    @Override
    public String toString() {
        return key;
    }
}
