package io.groundswell.wire.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.groundswell.testing.Transcript;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts values that could be real where a transcript has placeholders, the same wherever the same is meant. */
final class Samples {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACEHOLDER = Pattern.compile("<([^<>]+?)(?::([a-z][a-z0-9_]*))?>");
    private static final Pattern USE = Pattern.compile("\\{\\{([a-z0-9_]+)}}");
    private static final String INSTANT = "2024-01-15T10:30:00Z";

    private static final String ADDRESS = "https://api.example.com/abc";

    /** Where anything is no text. */
    private static final Map<String, JsonNode> ANYTHING = Map.of(
            "done", JsonNodeFactory.instance.objectNode().put("pipeline", 1),
            "paths", JsonNodeFactory.instance.objectNode(),
            "components", JsonNodeFactory.instance.objectNode());

    private final Map<String, String> known = new HashMap<>(Map.of(
            "organization", "tnt_6OftmOpcRTOhDAnz",
            "mastodon", "https://mastodon.example",
            "bluesky", "https://bluesky.example"));

    /** Knows what a conversation gives names to. */
    Samples(Transcript transcript) {
        for (var exchange : transcript.exchanges()) {
            var captured = PLACEHOLDER.matcher(exchange.answer() == null ? "" : exchange.answer());
            while (captured.find()) {
                if (captured.group(2) != null) {
                    known.put(captured.group(2), text(captured.group(1)));
                }
            }
        }
    }

    JsonNode json(String text) {
        try {
            return filled("", JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + text, e);
        }
    }

    private JsonNode filled(String field, JsonNode node) {
        if (node.isObject()) {
            var object = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(each -> object.set(each.getKey(), filled(each.getKey(), each.getValue())));
            return object;
        }
        if (node.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            node.forEach(each -> array.add(filled(field, each)));
            return array;
        }
        return node.isTextual() ? filled(field, node.textValue()) : node;
    }

    private JsonNode filled(String field, String text) {
        var placeholder = PLACEHOLDER.matcher(text);
        if (!placeholder.matches()) {
            return JsonNodeFactory.instance.textNode(
                    USE.matcher(text).replaceAll(use -> Matcher.quoteReplacement(named(use.group(1)))));
        }
        return switch (placeholder.group(1)) {
            case "int", "number" -> JsonNodeFactory.instance.numberNode(1);
            case "any" ->
                ANYTHING.getOrDefault(field, JsonNodeFactory.instance.textNode(field.endsWith("url") ? ADDRESS : "…"));
            case "http*" -> JsonNodeFactory.instance.textNode(ADDRESS);
            default -> JsonNodeFactory.instance.textNode(text(placeholder.group(1)));
        };
    }

    private String named(String name) {
        if (name.startsWith("tracked_")) {
            return text("uuid");
        }
        return known.getOrDefault(name, name.endsWith("_user") ? text("usr_*") : "…");
    }

    /** Ids end with as many letters as real ones, times with what their beginning lacks. */
    private static String text(String form) {
        if (form.equals("instant")) {
            return INSTANT;
        }
        if (form.equals("uuid")) {
            return "1f0c2a54-7d3e-4b8a-9c61-e2f4a7b90d35";
        }
        if (form.matches("tga_\\*")) {
            return form.replace("*", "3f9c2b7e8d1a4056".repeat(4));
        }
        if (form.equals("millis")) {
            return INSTANT.replace("Z", ".000Z");
        }
        if (form.matches("aa[kt]_\\*")) {
            return form.replace("*", "3f9c2b7e8d1a4056".repeat(3));
        }
        if (form.matches("\\d{4}-.*\\*")) {
            var begun = form.substring(0, form.length() - 1);
            return begun + INSTANT.substring(begun.length());
        }
        return form.matches("[a-z_]+_\\*")
                ? form.replace("*", "4Xu9s5GV59wUT53J")
                : form.replace("*", form.startsWith("http") ? "abc" : "…");
    }
}
