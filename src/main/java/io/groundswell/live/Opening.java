package io.groundswell.live;

import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * What is known of a reader who comes.
 *
 * @param place that its stream takes
 * @param wanted whether it is to be told of an event
 * @param gone whether it hung up
 */
record Opening(long site, String place, Start start, Predicate<Arrival> wanted, BooleanSupplier gone) {}
