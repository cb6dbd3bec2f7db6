package io.groundswell.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.testing.ApiDocument.Operation;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Where an operation takes the id of a thing, by its document.
 *
 * @param in {@code path}, {@code query} or {@code body}
 */
record IdPlace(String in, String name) implements Comparable<IdPlace> {
    /** Projects of sites are asked for by their names, pages by the id of a neighbour, audit entries by what they tell of; whom to ask is said in settings. */
    private static final Pattern IDS =
            Pattern.compile("(.*_)?ids?|project|starting_after|ending_before|subject|approvers|notify");

    /** Those of one operation. */
    static Set<IdPlace> of(ApiDocument document, Operation operation) {
        var places = new TreeSet<IdPlace>();
        for (var each : operation.node().path("parameters")) {
            var parameter = document.resolve(each);
            var in = parameter.path("in").asText();
            var name = parameter.path("name").asText();
            // One of a few words names no thing.
            var isWord = document.resolve(parameter.path("schema")).has("enum");
            if (!isWord && (in.equals("path") || in.equals("query") && isId(name))) {
                places.add(new IdPlace(in, name));
            }
        }
        operation
                .node()
                .path("requestBody")
                .path("content")
                .forEach(content -> fields(document, content.path("schema"), places, new HashSet<>()));
        return places;
    }

    private static boolean isId(String name) {
        return IDS.matcher(name).matches();
    }

    /** By its name. */
    boolean isId() {
        return isId(name);
    }

    private static void fields(ApiDocument document, JsonNode schema, Set<IdPlace> places, Set<JsonNode> seen) {
        var resolved = document.resolve(schema);
        if (!seen.add(resolved)) {
            return;
        }
        resolved.path("properties").properties().forEach(field -> {
            if (isId(field.getKey())) {
                places.add(new IdPlace("body", field.getKey()));
            } else {
                fields(document, field.getValue(), places, seen);
            }
        });
        fields(document, resolved.path("items"), places, seen);
        for (var choice : new String[] {"oneOf", "anyOf", "allOf"}) {
            resolved.path(choice).forEach(one -> fields(document, one, places, seen));
        }
    }

    boolean isPath() {
        return in.equals("path");
    }

    @Override
    public int compareTo(IdPlace other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return in + " " + name;
    }
}
