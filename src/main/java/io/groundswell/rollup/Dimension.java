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

    /** The value of an event {@code e}, in the words of a statement. What is no text has no column. */
    String expression() {
        return switch (this) {
            case EVENT -> "e.name";
            case COUNTRY -> "e.country";
            default -> "coalesce(e.%1$s, e.properties ->> '%1$s')".formatted(key);
        };
    }

    @Override
    public String toString() {
        return key;
    }
}
