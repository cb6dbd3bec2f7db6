package io.groundswell.aggregate;

import java.util.UUID;

/**
 * Videos that are far from the norm.
 *
 * @param median of the views of all; null where there are none
 */
public record Outliers(Ranking<Outlier> videos, Long median) {

    /** @param ratio of its views to the median */
    public record Outlier(UUID id, String title, String url, long views, double ratio) {}
}
