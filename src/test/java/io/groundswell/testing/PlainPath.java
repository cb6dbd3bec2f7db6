package io.groundswell.testing;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path from field to field, to an item of a list, and to a field of all items. REST Assured compiles a script for each path each time,
 * which took a third of the processor time of all tests. What is more than that is still left to it.
 */
final class PlainPath {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_]\\w*(\\[\\d+])?(\\.[A-Za-z_]\\w*(\\[\\d+])?)*");
    private static final Pattern STEP = Pattern.compile("([A-Za-z_]\\w*)|\\[(\\d+)]");

    /** May be null. */
    record Value(Object value) {}

    private PlainPath() {}

    static boolean is(String path) {
        return PLAIN.matcher(path).matches();
    }

    /** What a plain path leads to; empty when REST Assured has to look. */
    static Optional<Value> follow(String path, Object content) {
        var at = Optional.of(new Value(content));
        for (var steps = STEP.matcher(path); steps.find() && at.isPresent(); ) {
            var of = at.get().value();
            var field = steps.group(1);
            at = field != null ? field(of, field) : item(of, Integer.parseInt(steps.group(2)));
        }
        return at;
    }

    /** Of a list the fields of all its items; of nothing, nothing. */
    private static Optional<Value> field(Object of, String name) {
        if (of == null || of instanceof Map) {
            return Optional.of(new Value(of == null ? null : ((Map<?, ?>) of).get(name)));
        }
        if (!(of instanceof List<?> items) || !items.stream().allMatch(Map.class::isInstance)) {
            return Optional.empty();
        }
        var fields = new ArrayList<>(items.size());
        items.forEach(item -> fields.add(((Map<?, ?>) item).get(name)));
        return Optional.of(new Value(fields));
    }

    private static Optional<Value> item(Object of, int index) {
        return of instanceof List<?> items && index < items.size()
                ? Optional.of(new Value(items.get(index)))
                : Optional.empty();
    }

    /** A text that is read once, whatever is looked for in it. */
    static final class Json extends JsonPath {
        private final Object content;

        Json(String text) {
            super(text);
            content = super.get("");
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T get(String path) {
            if (path.isEmpty()) {
                return (T) content;
            }
            var found = is(path) ? follow(path, content) : Optional.<Value>empty();
            return found.isPresent() ? (T) found.get().value() : super.get(path);
        }
    }
}
