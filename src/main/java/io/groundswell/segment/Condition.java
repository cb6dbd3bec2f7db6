package io.groundswell.segment;

import java.util.function.Predicate;

/**
 * What must hold for an event that is counted.
 *
 * @param column that is looked at
 * @param holds of a {@link ColumnValue}, never asked about an event that has none, which is not counted
 */
public record Condition(String column, Predicate<String> holds) {}
