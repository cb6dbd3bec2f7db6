package io.groundswell.funnel.flat;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.event.EventRules;
import io.groundswell.funnel.Funnel;
import io.groundswell.funnel.Step;
import io.groundswell.query.Operator;
import io.groundswell.query.flat.FilterValues;
import io.groundswell.shared.Refusal;
import io.groundswell.text.Characters;
import io.groundswell.traffic.PropertyKey;
import io.groundswell.traffic.TrafficError;
import io.groundswell.wire.TextDeserializer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads the steps of a funnel. */
final class Steps {
    private static final Set<Operator> OPERATORS = EnumSet.of(Operator.EQ, Operator.NEQ, Operator.CONTAINS);

    private Steps() {}

    static List<Step> read(JsonNode steps) {
        if (steps == null
                || !steps.isArray()
                || steps.size() < Funnel.FEWEST_STEPS
                || steps.size() > Funnel.MOST_STEPS) {
            throw wrong("steps", "steps must be a list of %d to %d".formatted(Funnel.FEWEST_STEPS, Funnel.MOST_STEPS));
        }
        var read = new ArrayList<Step>();
        var filters = 0;
        for (var step : steps) {
            var param = "steps[" + read.size() + "]";
            read.add(step(param, step));
            filters += step.path("filters").size();
        }
        if (filters > FilterValues.MOST_FILTERS) {
            throw wrong("steps", "steps must have at most %d filters together".formatted(FilterValues.MOST_FILTERS));
        }
        return read;
    }

    private static Step step(String param, JsonNode step) {
        var event = step.path("event").textValue();
        if (event == null
                || event.isEmpty()
                || Characters.count(event) > EventRules.LONGEST_TEXT
                || !TextDeserializer.storable(event)) {
            throw wrong(param + ".event", param + ".event must be the name of an event, 1 to 256 characters");
        }
        var filters = step.path("filters");
        if (!filters.isArray() && !filters.isNull() && !filters.isMissingNode()) {
            throw wrong(param + ".filters", param + ".filters must be a list");
        }
        var read = new ArrayList<Step.Filter>();
        for (var filter : filters) {
            read.add(filter(param + ".filters[" + read.size() + "]", filter));
        }
        return new Step(event, read);
    }

    private static Step.Filter filter(String param, JsonNode filter) {
        if (!filter.path("property").isTextual() || !filter.path("op").isTextual() || !filter.hasNonNull("value")) {
            throw wrong(param, param + " must have property, op and value");
        }
        var property =
                PropertyKey.require(param + ".property", filter.path("property").textValue());
        var operator = Operator.of(filter.path("op").textValue())
                .filter(OPERATORS::contains)
                .orElseThrow(() -> Refusal.on(
                        TrafficError.INVALID_FILTER_OP, param + ".op", "%s.op must be eq, neq or contains", param));
        return new Step.Filter(property, operator, text(FilterValues.read(param + ".value", filter.get("value"))));
    }

    /** Numbers as they are kept. */
    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
    }

    private static Refusal wrong(String param, String message) {
        return Refusal.on(TrafficError.INVALID_FUNNEL_STEPS, param, "%s", message);
    }
}
