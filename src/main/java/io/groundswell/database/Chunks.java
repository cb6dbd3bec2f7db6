package io.groundswell.database;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Lists in parts, for statements and calls that take only so much at once. */
public final class Chunks {
    private Chunks() {}

    /** In their order, all of {@code size} but the last; views of the list. */
    public static <T> List<List<T>> of(List<T> all, int size) {
        return of(all, one -> 1, size);
    }

    /** In their order, none heavier than {@code most}, unless one element alone is; views of the list. */
    public static <T> List<List<T>> of(List<T> all, ToLongFunction<T> weight, long most) {
        var chunks = new ArrayList<List<T>>();
        var from = 0;
        var heavy = 0L;
        for (var at = 0; at < all.size(); at++) {
            var more = weight.applyAsLong(all.get(at));
            if (at > from && heavy + more > most) {
                chunks.add(all.subList(from, at));
                from = at;
                heavy = 0;
            }
            heavy += more;
        }
        if (from < all.size()) {
            chunks.add(all.subList(from, all.size()));
        }
        return chunks;
    }
}
