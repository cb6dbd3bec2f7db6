package io.groundswell.segment;

import java.util.List;

/** Events of no segment, for tests of others. */
public final class SomeRest {
    private SomeRest() {}

    public static Rest of(long first, long last) {
        return new Rest(List.of(new SeqRange(1, 1), new SeqRange(first, last)));
    }
}
