package io.groundswell.funnel;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Follows entities, one after the other, through their events in the order in which these happened. */
final class Walk {
    /** Where most entered first, then by code point, what has no value last. */
    private static final Comparator<Map.Entry<String, Progress>> ORDER =
            Comparator.<Map.Entry<String, Progress>>comparingLong(
                            entry -> -entry.getValue().entered())
                    .thenComparing(Map.Entry::getKey, Comparator.nullsLast(Walk::byCodePoint));

    private final List<Step> steps;
    private final Progress all;
    private final Map<String, Progress> byValue = new HashMap<>();
    private final long[] times;

    private boolean isWalking;
    private long entity;
    private String value;
    private int taken;

    Walk(List<Step> steps) {
        this.steps = steps;
        this.all = new Progress(steps.size());
        this.times = new long[steps.size()];
    }

    /**
     * An event within the time that its entity has, at least as late as the one before.
     *
     * @param refused a bit for each step whose filters do not hold
     * @param found the value of the breakdown, the same for all events of an entity; may be null
     */
    void see(long whose, long at, String name, int refused, String found) {
        if (!isWalking || whose != entity) {
            end();
            isWalking = true;
            entity = whose;
            value = found;
            taken = 0;
        }
        if (taken < steps.size() && steps.get(taken).event().equals(name) && (refused & 1 << taken) == 0) {
            times[taken] = at;
            taken++;
        }
    }

    private void end() {
        if (isWalking) {
            all.add(times, taken);
            byValue.computeIfAbsent(value, any -> new Progress(steps.size())).add(times, taken);
        }
    }

    Funnel.Answer answer(int mostValues) {
        end();
        isWalking = false;
        var parts = byValue.entrySet().stream()
                .sorted(ORDER)
                .limit(mostValues)
                .map(entry -> new Funnel.Part(entry.getKey(), entry.getValue().steps()))
                .toList();
        return new Funnel.Answer(all.steps(), parts);
    }

    private static int byCodePoint(String one, String other) {
        var difference = 0;
        for (var at = 0; at < Math.min(one.length(), other.length()) && difference == 0; at++) {
            difference = Integer.compare(rank(one.charAt(at)), rank(other.charAt(at)));
        }
        return difference == 0 ? Integer.compare(one.length(), other.length()) : difference;
    }

    /** Halves of surrogate pairs stand for what is behind all other characters. */
    private static int rank(char c) {
        return Character.isSurrogate(c) ? c + Character.MAX_VALUE : c;
    }
}
