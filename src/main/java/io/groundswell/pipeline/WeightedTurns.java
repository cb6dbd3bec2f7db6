package io.groundswell.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Deals things out by weight, as evenly as can be: each turn goes to the one that is furthest behind its share (smooth
 * weighted round robin). Deterministic: the same weights give the same turns.
 */
final class WeightedTurns<T> {
    private final Map<T, Double> weights;
    private final Map<T, Double> credit = new LinkedHashMap<>();

    WeightedTurns(Map<T, Double> weights) {
        this.weights = weights;
        weights.keySet().forEach(one -> credit.put(one, 0.0));
    }

    /** As if so many turns had been dealt out already. */
    WeightedTurns<T> after(int turns) {
        for (var turn = 0; turn < turns; turn++) {
            next();
        }
        return this;
    }

    T next() {
        T chosen = null;
        for (var one : weights.keySet()) {
            var earned = credit.merge(one, weights.get(one), Double::sum);
            if (chosen == null || earned > credit.get(chosen) + 1e-9) {
                chosen = one;
            }
        }
        credit.merge(chosen, -1.0, Double::sum);
        return chosen;
    }
}
