package io.groundswell.rollup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What events are counted by. */
public enum Dimension {
    EVENT,
    COUNTRY,
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

    /** The property by whose values events are counted, the country among them; empty when its values are not kept. */
    public static Optional<Dimension> ofProperty(String key) {
        return Arrays.stream(values())
                .filter(one -> one != EVENT && one.key.equals(key))
                .findFirst();
    }

    @Override
    public String toString() {
        return key;
    }
}
