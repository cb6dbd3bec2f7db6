package io.groundswell.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a sample told more than the ones before it.
 *
 * @param gained only counters that gained anything
 */
record Gain(Sample sample, Counters gained) {

    /**
     * @param samples each subject's in order of time
     * @param before where each subject's counters stood before the first of its samples
     */
    static List<Gain> of(List<Sample> samples, Map<Subject, Counters> before) {
        var levels = new HashMap<>(before);
        var gains = new ArrayList<Gain>();
        for (var sample : samples) {
            var level = levels.getOrDefault(sample.subject(), Counters.NONE);
            gains.add(new Gain(sample, DailySeries.gain(sample, level).nonzero()));
            levels.put(sample.subject(), sample.counters().orElse(level));
        }
        return gains;
    }
}
