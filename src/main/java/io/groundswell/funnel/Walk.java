package io.groundswell.funnel;

import io.groundswell.database.CodePoints;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Follows entities, one after the other, through what they did. */
final class Walk {
    /** Where most entered first, then by code point, what has no value last. */
    private static final Comparator<Map.Entry<String, Progress>> ORDER =
            Comparator.<Map.Entry<String, Progress>>comparingLong(
                            entry -> -entry.getValue().entered())
                    .thenComparing(Map.Entry::getKey, Comparator.nullsLast(CodePoints::compare));

    private static final long MICROS = 1_000;

    private final List<Step> steps;
    private final int[] places;
    private final long window;
    private final Progress all;
    private final Map<String, Progress> byValue = new HashMap<>();
    private final long[] times;

    /** @param later the events of all steps but the first, each once */
    Walk(List<Step> steps, List<String> later, Duration window) {
        this.steps = steps;
        this.places =
                steps.stream().mapToInt(step -> later.indexOf(step.event()) + 1).toArray();
        this.window = window.toMillis() * MICROS;
        this.all = new Progress(steps.size());
        this.times = new long[steps.size()];
    }

    void follow(Trail trail) {
        times[0] = millis(trail.at());
        var taken = 1;
        for (var event = 0; event < trail.length() && trail.ats()[event] - trail.at() <= window; event++) {
            if (taken < steps.size() && trail.isAfterEntering(event) && trail.takes(taken, places[taken], event)) {
                times[taken] = millis(trail.ats()[event]);
                taken++;
            }
        }
        all.add(times, taken);
        byValue.computeIfAbsent(trail.value(), any -> new Progress(steps.size()))
                .add(times, taken);
    }

    private static long millis(long micros) {
        return Math.floorDiv(micros + MICROS / 2, MICROS);
    }

    long entered() {
        return all.entered();
    }

    Funnel.Answer answer(int mostValues) {
        var parts = byValue.entrySet().stream()
                .sorted(ORDER)
                .limit(mostValues)
                .map(entry -> new Funnel.Part(entry.getKey(), entry.getValue().steps()))
                .toList();
        return new Funnel.Answer(all.steps(), parts);
    }
}
