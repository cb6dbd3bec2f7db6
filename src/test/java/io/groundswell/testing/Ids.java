package io.groundswell.testing;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which id of a server stands for which one in print. */
final class Ids {
    private final Map<String, String> actual = new LinkedHashMap<>();

    Ids() {}

    /** So that what is learned from an answer that does not agree can be forgotten. */
    Ids(Ids others) {
        actual.putAll(others.actual);
    }

    /** Null when it has not been seen. */
    String get(String printed) {
        return actual.get(printed);
    }

    /** False when it stands for another one already, or another one for it. */
    boolean put(String printed, String id) {
        if (actual.containsKey(printed) || actual.containsValue(id)) {
            return id.equals(actual.get(printed));
        }
        actual.put(printed, id);
        return true;
    }

    /** The text with the server's ids. */
    String fill(String text) {
        var filled = text;
        for (var entry : actual.entrySet()) {
            filled = filled.replace(entry.getKey(), entry.getValue());
        }
        return filled;
    }
}
