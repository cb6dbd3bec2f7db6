package io.groundswell.work;

import java.util.List;
import java.util.function.ToIntFunction;

/** Does several things one after the other, whatever becomes of each: one that fails stops none of those behind it. */
public final class Apart {
    private Apart() {}

    /**
     * Fails in the end if any failed, with the first failure; the others are suppressed in it.
     *
     * @param work does one thing, and says for how many it counts
     * @return how many were done, all together
     */
    public static <T> int each(List<T> things, ToIntFunction<T> work) {
        var done = 0;
        RuntimeException failure = null;
        for (var thing : things) {
            try {
                done += work.applyAsInt(thing);
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
        return done;
    }
}
