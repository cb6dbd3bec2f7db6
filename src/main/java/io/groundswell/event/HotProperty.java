package io.groundswell.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

    public static Optional<HotProperty> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }

    @Override
    public String toString() {
        return key;
    }
}
