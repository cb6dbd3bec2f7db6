package io.groundswell.aggregate;

import java.util.Map;

/** Which stretch of a ranking is wanted. */
public record Cut(int limit, int offset) {
    void into(Map<String, Object> values) {
        values.put("limit", limit);
        values.put("offset", offset);
    }
}
