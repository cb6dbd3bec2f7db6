package io.groundswell.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(one -> one.key, Function.identity()));

    private final String key = name().toLowerCase(Locale.ROOT);

    public static Optional<HotProperty> of(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    @Override
    public String toString() {
        return key;
    }
}
