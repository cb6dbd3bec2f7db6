package io.groundswell.funnel;

import io.groundswell.query.Operator;
import java.util.List;

/**
 * What somebody has to do to come further.
 *
 * @param filters that must all hold for the event
 */
public record Step(String event, List<Filter> filters) {

    /**
     * A property that is compared as text, whatever it is.
     *
     * @param property its key; {@code country} is where the visitor is
     * @param operator that compares texts for being the same, or one in the other
     */
    public record Filter(String property, Operator operator, String value) {}
}
