package io.groundswell.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What transcripts have shown at one place in JSON: which kinds of values, and of objects which fields. */
final class Seen {
    private static final String REST = "…";
    private static final Pattern NUMBER = Pattern.compile("<(int|number)(:\\w+)?>");
    private static final Pattern ANYTHING = Pattern.compile("<any(:\\w+)?>");
    /** Objects with fields that are data, such as the names of things. */
    private static final Set<String> MAPS = Set.of(
            "metadata",
            "details",
            "properties",
            "limits",
            "done",
            "probability_best",
            "lift",
            "best_times",
            "trial_times");

    private static final Set<Kind> ONLY_NOTHING = EnumSet.of(Kind.NOTHING);

    private enum Kind {
        OBJECT,
        ARRAY,
        TEXT,
        NUMBER,
        YES_OR_NO,
        NOTHING
    }

    /** @param weight of how many values it is */
    record Difference(String told, int weight) {
        @Override
        public String toString() {
            return told;
        }
    }

    private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    private final Map<String, Seen> fields = new TreeMap<>();
    private final Set<String> always = new HashSet<>();
    private Seen elements;

    /** Learns from one more. */
    void see(JsonNode value) {
        if (value.isTextual() && ANYTHING.matcher(value.textValue()).matches()) {
            return;
        }
        var kind = kind(value);
        if (kind == Kind.OBJECT) {
            seeFields(value, !kinds.contains(kind));
        }
        kinds.add(kind);
        value.elements().forEachRemaining(element -> {
            if (kind == Kind.ARRAY) {
                elements = elements == null ? new Seen() : elements;
                elements.see(element);
            }
        });
    }

    private void seeFields(JsonNode object, boolean isFirst) {
        var names = new HashSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        // A transcript leaves out by three dots what a page leaves out by one sign.
        if (!names.remove("...")) {
            if (isFirst) {
                always.addAll(names);
            } else {
                always.retainAll(names);
            }
        }
        names.forEach(name -> fields.computeIfAbsent(name, one -> new Seen()).see(object.get(name)));
    }

    private static Kind kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> Kind.OBJECT;
            case ARRAY -> Kind.ARRAY;
            case NUMBER -> Kind.NUMBER;
            case BOOLEAN -> Kind.YES_OR_NO;
            case NULL -> Kind.NOTHING;
            default -> NUMBER.matcher(value.asText()).matches() ? Kind.NUMBER : Kind.TEXT;
        };
    }

    /** With all that is within, by path: pages show parts as well. */
    Map<String, Seen> parts(String path) {
        var parts = new TreeMap<String, Seen>();
        if (kinds.contains(Kind.OBJECT)) {
            parts.put(path, this);
        }
        fields.forEach((name, field) -> parts.putAll(field.parts(path + "." + name)));
        if (elements != null) {
            parts.putAll(elements.parts(path + "[]"));
        }
        return parts;
    }

    /** In what an example of a page is different from all that was seen. */
    List<Difference> differences(JsonNode printed) {
        var differences = new ArrayList<Difference>();
        compare("$", printed, differences);
        return differences;
    }

    private void compare(String path, JsonNode printed, List<Difference> differences) {
        var kind = kind(printed);
        if (kind == Kind.TEXT && printed.asText().equals(REST) || kinds.equals(ONLY_NOTHING) || isAnything(printed)) {
            return;
        }
        if (!kinds.contains(kind)) {
            differences.add(new Difference("%s is never %s but %s".formatted(path, printed, kinds), leaves(printed)));
        } else if (kind == Kind.OBJECT && !MAPS.contains(path.replaceAll(".*\\.", ""))) {
            compareFields(path, printed, differences);
        } else if (kind == Kind.ARRAY && elements != null) {
            for (var at = 0; at < printed.size(); at++) {
                elements.compare(path + "[" + at + "]", printed.get(at), differences);
            }
        } else if (kind == Kind.ARRAY && !printed.isEmpty()) {
            differences.add(new Difference(path + " has always been empty", leaves(printed)));
        }
    }

    /** Where transcripts tell no more than that there is something, it is no object or list of which a page tells the fields. */
    private boolean isAnything(JsonNode printed) {
        return kinds.isEmpty() && printed.isValueNode();
    }

    private void compareFields(String path, JsonNode printed, List<Difference> differences) {
        if (!printed.has(REST)) {
            always.stream()
                    .filter(name -> !printed.has(name))
                    .forEach(name -> differences.add(new Difference(path + " lacks " + name, 1)));
        }
        printed.properties().forEach(field -> {
            var known = fields.get(field.getKey());
            if (known != null) {
                known.compare(path + "." + field.getKey(), field.getValue(), differences);
            } else if (!field.getKey().equals(REST)) {
                differences.add(new Difference(path + " has no " + field.getKey(), leaves(field.getValue())));
            }
        });
    }

    private static int leaves(JsonNode printed) {
        return printed.isEmpty()
                ? 1
                : printed.valueStream().mapToInt(Seen::leaves).sum();
    }
}
