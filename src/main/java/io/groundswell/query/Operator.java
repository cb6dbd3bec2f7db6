package io.groundswell.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a filter compares. */
public enum Operator {
    EQ("="),
    NEQ("<>"),
    LT("<"),
    GT(">"),
    LTE("<="),
    GTE(">="),
    /** Only between texts. */
    CONTAINS(null);

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    public static Optional<Operator> of(String name) {
        return Arrays.stream(values())
                .filter(operator -> operator.toString().equals(name))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return a condition on two texts, in the words of a statement */
    public String compareTexts(String text, String with) {
        return switch (this) {
            case EQ, NEQ -> "(%s) %s %s".formatted(text, sign, with);
            // By code point.
            case LT, GT, LTE, GTE -> "(%s) collate \"C\" %s %s".formatted(text, sign, with);
            case CONTAINS -> "strpos(%s, %s) > 0".formatted(text, with);
        };
    }

    /** @return a condition on two values of JSON, which must be of one type unless they are compared for being the same */
    String compareValues(String json, String with) {
        return switch (this) {
            case EQ -> "%s = %s".formatted(json, with);
            case NEQ -> "(%1$s <> %2$s and %1$s <> 'null')".formatted(json, with);
            case LT, GT, LTE, GTE ->
                "(%1$s %2$s %3$s and jsonb_typeof(%1$s) = jsonb_typeof(%3$s))".formatted(json, sign, with);
            case CONTAINS -> "false";
        };
    }
}
