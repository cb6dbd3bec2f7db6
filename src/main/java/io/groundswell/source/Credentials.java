package io.groundswell.source;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a source is asked with, by names of its own. Values are printable and have no line ends. */
public record Credentials(Map<String, String> values) {
    public Credentials {
        values = Map.copyOf(values);
    }

    /** Null when there is none. */
    public String get(String name) {
        return values.get(name);
    }

    public Credentials with(Map<String, String> others) {
        var all = new HashMap<>(values);
        all.putAll(others);
        return new Credentials(all);
    }

    /** A line for each. */
    String text() {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n"));
    }

    static Credentials read(String text) {
        return new Credentials(text.lines()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1])));
    }

    /** Nothing of it belongs into a log. */
    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
