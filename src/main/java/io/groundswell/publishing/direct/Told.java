package io.groundswell.publishing.direct;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.metric.Sample;
import java.util.Optional;

/** What a network tells of a post. */
public final class Told {
    private Told() {}

    /** Nothing when it does not say: to take that for 0 would count all again with the next reading. */
    public static Optional<Long> count(JsonNode post, String field) {
        var count = post.path(field);
        return count.isIntegralNumber() && count.canConvertToLong() && Sample.isPossible(count.longValue())
                ? Optional.of(count.longValue())
                : Optional.empty();
    }
}
