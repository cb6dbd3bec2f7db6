package io.groundswell.funnel;

import io.groundswell.database.Sql;
import io.groundswell.query.Bound;
import io.groundswell.query.EventField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The statement that follows entities through a funnel: the file of the entity, with conditions put into it. What callers say is bound. */
final class Statement {
    private static final String COUNTRY = "country";

    private final Asked asked;
    private final Bound bound;

    Statement(Asked asked, Bound bound) {
        this.asked = asked;
        this.bound = bound;
    }

    Sql sql() {
        var text = Sql.read(Statement.class, asked.countBy().file());
        return Sql.text(text.replace("null/* value */", value())
                .replace("true/* first */", holds(asked.steps().get(0)))
                .replace("0/* refused */", refused()));
    }

    private String value() {
        return asked.breakdown() == null ? "null" : shown(asked.breakdown());
    }

    private String holds(Step step) {
        return step.filters().isEmpty()
                ? "true"
                : step.filters().stream().map(this::holds).collect(Collectors.joining(" and "));
    }

    private String holds(Step.Filter filter) {
        return filter.operator()
                .compareTexts(shown(filter.property()), "cast(" + bound.name(filter.value()) + " as text)");
    }

    private String shown(String property) {
        return property.equals(COUNTRY)
                ? EventField.COUNTRY.shown()
                : EventField.property(property, bound).shown();
    }

    /** The events of a step whose filters do not hold may be those of another step. */
    private String refused() {
        var bits = new ArrayList<String>();
        for (var at = 0; at < asked.steps().size(); at++) {
            var step = asked.steps().get(at);
            if (!step.filters().isEmpty()) {
                bits.add("case when %s then 0 else %d end".formatted(holds(step), 1 << at));
            }
        }
        return bits.isEmpty() ? "0" : String.join(" | ", wrapped(bits));
    }

    private static List<String> wrapped(List<String> bits) {
        return bits.stream().map(bit -> "(" + bit + ")").toList();
    }
}
