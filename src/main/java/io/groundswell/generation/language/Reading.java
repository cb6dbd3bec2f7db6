package io.groundswell.generation.language;

import java.util.List;

/** What was made of an answer: a value, or everything that is wrong with the answer. */
record Reading<T>(T value, List<String> faults) {
    static <T> Reading<T> of(T value) {
        return new Reading<>(value, List.of());
    }

    static <T> Reading<T> wrong(List<String> faults) {
        return new Reading<>(null, faults);
    }

    boolean isRight() {
        return faults.isEmpty();
    }
}
