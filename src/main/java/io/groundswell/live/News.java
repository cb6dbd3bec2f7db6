package io.groundswell.live;

import java.util.List;

/**
 * What came to a site.
 *
 * @param upTo the number of the last event that was looked at
 * @param isAll whether there is no more
 * @param corrections how often rows of the site changed that were there before
 */
record News(List<Arrival> arrivals, long upTo, boolean isAll, long corrections) {}
