package io.groundswell.rollup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What events are counted by. */
public enum Dimension {
    EVENT(11),
    COUNTRY(12),
    PATH(13),
    HOSTNAME(14),
    REFERRER(15),
    BROWSER(16),
    OS(17),
    DEVICE(18),
    LANGUAGE(19),
    UTM_SOURCE(20),
    UTM_MEDIUM(21),
    UTM_CAMPAIGN(22);

    private final int kind;
    private final String key = name().toLowerCase(Locale.ROOT);

    Dimension(int kind) {
        this.kind = kind;
    }

    /** The property by whose values events are counted, the country among them; empty when its values are not kept. */
    public static Optional<Dimension> ofProperty(String key) {
        return Arrays.stream(values())
                .filter(one -> one != EVENT && one.key.equals(key))
                .findFirst();
    }

    /** Stands for it in kept figures. */
    int kind() {
        return kind;
    }

    /** Of {@code counted_event}. */
    String column() {
        return this == EVENT ? "name" : key;
    }

    @Override
    public String toString() {
        return key;
    }
}
