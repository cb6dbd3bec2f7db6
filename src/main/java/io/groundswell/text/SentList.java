package io.groundswell.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Lists as callers send them. */
public final class SentList {
    private SentList() {}

    /** A copy that cannot be changed; empty for null. Unlike {@link List#copyOf} it takes nulls, so that rules can name the list that holds them. */
    public static <T> List<T> of(Collection<T> sent) {
        return sent == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(sent));
    }
}
