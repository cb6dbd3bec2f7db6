package io.groundswell.publishing.direct;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What a network tells of a post. */
public final class Told {
    private Told() {}

    /** Nothing when it does not say: to take that for 0 would count all again with the next reading. */
    public static Optional<Long> count(JsonNode post, String field) {
        var count = post.path(field);
        return count.canConvertToLong() && count.isIntegralNumber() && count.longValue() >= 0
                ? Optional.of(count.longValue())
                : Optional.empty();
    }
}
