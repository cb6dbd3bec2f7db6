package io.groundswell.database;

import java.util.List;
import java.util.stream.IntStream;

/** Lists in parts, for statements and calls that take only so much at once. */
public final class Chunks {
    private Chunks() {}

    /** In their order, all of {@code size} but the last; views of the list. */
    public static <T> List<List<T>> of(List<T> all, int size) {
        return IntStream.iterate(0, from -> from < all.size(), from -> from + size)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + size)))
                .toList();
    }
}
