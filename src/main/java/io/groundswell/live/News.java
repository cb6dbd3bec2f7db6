package io.groundswell.live;

import java.util.List;

/**
 * What came to a site.
 *
 * @param upTo the number of the last event that was looked at
 * @param isAll whether there is no more
 */
record News(List<Arrival> arrivals, long upTo, boolean isAll) {}
