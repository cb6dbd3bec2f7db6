package io.groundswell.funnel;

import java.util.ArrayList;
import java.util.List;

/** How far entities came, counted together. */
final class Progress {
    private final long[] reached;
    private final long[] waited;

    Progress(int steps) {
        reached = new long[steps];
        waited = new long[steps];
    }

    /** @param times at which steps were taken, in milliseconds: the first {@code taken} of them */
    void add(long[] times, int taken) {
        for (var step = 0; step < taken; step++) {
            reached[step]++;
            if (step > 0) {
                waited[step - 1] += times[step] - times[step - 1];
            }
        }
    }

    long entered() {
        return reached[0];
    }

    List<Funnel.Reached> steps() {
        var steps = new ArrayList<Funnel.Reached>();
        for (var step = 0; step < reached.length; step++) {
            steps.add(new Funnel.Reached(reached[step], waited[step]));
        }
        return List.copyOf(steps);
    }
}
