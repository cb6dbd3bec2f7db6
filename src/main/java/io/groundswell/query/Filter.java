package io.groundswell.query;

import io.groundswell.event.KeyHash;
import java.util.function.Function;

/**
 * What must hold for an event that is counted.
 *
 * @param name of the field, as callers say it
 * @param field that is looked at
 * @param value a text, a number or a boolean
 */
public record Filter(String name, Function<Bound, EventField> field, Operator operator, Object value) {

    /** In the words of a statement; never true of an event that lacks the field. What is of another type is not equal. */
    String condition(Bound bound) {
        var looked = field.apply(bound);
        if (value instanceof String && operator != Operator.NEQ) {
            return "(%s%s and %s)"
                    .formatted(
                            indexed(looked, bound),
                            operator.compareTexts(looked.text(), "cast(" + bound.name(value) + " as text)"),
                            looked.isText());
        }
        var json = value instanceof String ? "to_jsonb(cast(%s as text))" : "cast(%s as jsonb)";
        var told = bound.name(value instanceof String ? value : value.toString());
        return operator.compareValues(looked.json(), json.formatted(told));
    }

    private String indexed(EventField looked, Bound bound) {
        return operator == Operator.EQ && looked.indexed() != null
                ? "%s = %s and ".formatted(looked.indexed(), bound.name(KeyHash.number((String) value)))
                : "";
    }
}
