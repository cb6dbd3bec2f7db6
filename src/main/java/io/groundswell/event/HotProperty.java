package io.groundswell.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    private static final Map<String, HotProperty> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toMap(HotProperty::toString, Function.identity()));

    private final String key = name().toLowerCase(Locale.ROOT);

    /** Null when the property has no column. */
    public static HotProperty of(String key) {
        return BY_KEY.get(key);
    }

    @Override
    public String toString() {
        return key;
    }
}
