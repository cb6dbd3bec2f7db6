package io.groundswell.query;

import java.util.HashMap;
import java.util.Map;

/** What callers said, beside a statement that is put together for them: the statement has only names for it. */
public final class Bound {
    private final Map<String, Object> values;

    /** @param values that have a name already */
    public Bound(Map<String, Object> values) {
        this.values = new HashMap<>(values);
    }

    /** @return what stands for the value in the statement */
    public String name(Object value) {
        var name = "told" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    public Map<String, Object> values() {
        return Map.copyOf(values);
    }
}
