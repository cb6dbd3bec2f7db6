package io.groundswell.query;

import io.groundswell.database.CodePoints;
import io.groundswell.segment.ColumnValue;
import java.math.BigDecimal;
import java.util.function.Predicate;

/** What {@link Filter#condition} says in the words of a statement, of the values of a column. */
final class Comparison {
    private Comparison() {}

    static Predicate<String> of(Filter filter) {
        var operator = filter.operator();
        if (filter.value() instanceof String text) {
            return value -> ColumnValue.isText(value)
                    ? holds(operator, ColumnValue.shown(value), text)
                    : operator == Operator.NEQ && !isNull(value);
        }
        if (filter.value() instanceof Boolean told) {
            return value -> isBoolean(value)
                    ? holds(operator, Boolean.valueOf(value).compareTo(told))
                    : operator == Operator.NEQ && !isNull(value);
        }
        var number = (BigDecimal) filter.value();
        return value -> isNumber(value)
                ? holds(operator, new BigDecimal(value).compareTo(number))
                : operator == Operator.NEQ && !isNull(value);
    }

    private static boolean holds(Operator operator, String text, String with) {
        return switch (operator) {
            case EQ -> text.equals(with);
            case NEQ -> !text.equals(with);
            case CONTAINS -> text.contains(with);
            case LT, GT, LTE, GTE -> holds(operator, CodePoints.compare(text, with));
        };
    }

    /** @param order of the value and what it is compared with */
    private static boolean holds(Operator operator, int order) {
        return switch (operator) {
            case EQ -> order == 0;
            case NEQ -> order != 0;
            case LT -> order < 0;
            case GT -> order > 0;
            case LTE -> order <= 0;
            case GTE -> order >= 0;
            case CONTAINS -> false;
        };
    }

    private static boolean isNull(String value) {
        return value.equals("null");
    }

    private static boolean isBoolean(String value) {
        return value.equals("true") || value.equals("false");
    }

    private static boolean isNumber(String value) {
        var first = value.charAt(0);
        return first == '-' || first >= '0' && first <= '9';
    }
}
