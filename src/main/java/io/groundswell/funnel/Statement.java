package io.groundswell.funnel;

import io.groundswell.database.Sql;
import io.groundswell.query.Bound;
import io.groundswell.query.EventField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The statement that follows entities through a funnel: the file, with conditions put into it. What callers say is bound. */
final class Statement {
    private static final String USERS = Sql.read(Statement.class, "followed.sql");
    private static final String COUNTRY = "country";

    private final Asked asked;
    private final List<String> later;
    private final Bound bound;

    /** @param later the events of all steps but the first, each once */
    Statement(Asked asked, List<String> later, Bound bound) {
        this.asked = asked;
        this.later = later;
        this.bound = bound;
    }

    Sql sql() {
        return Sql.text(USERS.replace("e.user_key/* entity */", asked.countBy().key())
                .replace("null/* value */", value())
                .replace("true/* first */", holds(asked.steps().get(0)))
                .replace("case e.name when :second then 1 end/* later */", place())
                .replace("0/* refused */", refused()));
    }

    private String place() {
        var places = new StringBuilder();
        for (var at = 0; at < later.size(); at++) {
            places.append(" when %s then %d".formatted(bound.name(later.get(at)), at + 1));
        }
        return "case e.name" + places + " end";
    }

    private String value() {
        return asked.breakdown() == null
                ? "null"
                : "case when e.name = :first then %s end".formatted(shown(asked.breakdown()));
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
        return bits.isEmpty() ? "0" : bits.stream().map("(%s)"::formatted).collect(Collectors.joining(" | ", "(", ")"));
    }
}
