package io.groundswell.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.regex.Pattern;

/** Writes an answer down the way a transcript expects it: what differs from run to run becomes a placeholder. */
final class Recording {
    private static final int WIDTH = 110;
    private static final Pattern ID =
            Pattern.compile("([a-z]{2,4}|amp_live|amp_test|amp_dev)_([0-9A-Za-z]{12,}|[0-9A-Za-z]{4})");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

    private final Variables variables;

    Recording(Variables variables) {
        this.variables = variables;
    }

    /** @param expected what the transcript said so far, kept where it still fits; null when it said nothing */
    String write(JsonNode expected, JsonNode actual) {
        return print(general(expected, actual), "");
    }

    private JsonNode general(JsonNode expected, JsonNode actual) {
        if (expected != null
                && !expected.isContainerNode()
                && Shape.differences(expected, actual, variables).isEmpty()) {
            return expected;
        }
        if (actual.isObject()) {
            var partial = expected != null && expected.has("...");
            var object = JsonNodeFactory.instance.objectNode();
            actual.properties().forEach(field -> {
                var before = expected == null ? null : expected.get(field.getKey());
                if (!partial || before != null) {
                    object.set(field.getKey(), general(before, field.getValue()));
                }
            });
            if (partial) {
                object.put("...", "<any>");
            }
            return object;
        }
        if (actual.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            for (var at = 0; at < actual.size(); at++) {
                array.add(general(expected == null ? null : expected.get(at), actual.get(at)));
            }
            return array;
        }
        return actual.isTextual() ? TextNode.valueOf(general(actual.textValue())) : actual;
    }

    private String general(String text) {
        var named = variables.name(text);
        var id = ID.matcher(named);
        if (id.matches()) {
            return "<" + id.group(1) + "_*>";
        }
        var random = named.indexOf("test-organization");
        if (random >= 0) {
            return "<" + named.substring(0, random) + "test-organization*>";
        }
        return INSTANT.matcher(named).matches() ? "<instant>" : named;
    }

    private static String print(JsonNode node, String indent) {
        var flat = node.toString();
        if (flat.length() + indent.length() <= WIDTH || !node.isContainerNode() || node.isEmpty()) {
            return flat;
        }
        var inner = indent + "  ";
        var parts = new ArrayList<String>();
        node.properties()
                .forEach(field ->
                        parts.add(inner + TextNode.valueOf(field.getKey()) + ": " + print(field.getValue(), inner)));
        if (node.isArray()) {
            node.forEach(element -> parts.add(inner + print(element, inner)));
        }
        var brackets = node.isObject() ? "{}" : "[]";
        return brackets.charAt(0) + "\n" + String.join(",\n", parts) + "\n" + indent + brackets.charAt(1);
    }
}
