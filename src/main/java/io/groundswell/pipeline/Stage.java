package io.groundswell.pipeline;

import java.util.Locale;
import java.util.Optional;

/** The six stages in their order, with their share of a cycle's work in percent. */
public enum Stage {
    INTAKE(10),
    STRATEGY(35),
    CONTENT(45),
    PUBLISH(5),
    ANALYTICS(3),
    OPTIMIZE(2);

    private final int weight;

    Stage(int weight) {
        this.weight = weight;
    }

    int weight() {
        return weight;
    }

    Optional<Stage> next() {
        return this == OPTIMIZE ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
