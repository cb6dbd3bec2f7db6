package io.groundswell.recording;

import io.groundswell.metric.Sample;
import java.util.List;

/**
 * What is to be worked out of a thing that is held.
 *
 * @param stretches in order of time, none of which meet; what is recorded has none yet
 * @param fresh snapshots that come in, in order of time
 */
record Job(Tracked thing, List<Stretch> stretches, List<Sample> fresh) {

    static Job recording(Tracked thing, List<Sample> samples) {
        return new Job(thing, List.of(), samples);
    }

    static Job anew(Tracked thing, Stretch stretch) {
        return new Job(thing, List.of(stretch), List.of());
    }

    Job with(List<Stretch> others) {
        return new Job(thing, Stretch.joined(others), fresh);
    }
}
