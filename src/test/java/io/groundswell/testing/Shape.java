package io.groundswell.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Compares an answer with what a transcript expects, placeholders included, and captures named values. */
final class Shape {
    private static final Pattern PLACEHOLDER = Pattern.compile("<([^<>]+?)(?::([a-z][a-z0-9_]*))?>");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    private static final Pattern MILLIS = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");

    private final Variables variables;
    private final List<String> differences = new ArrayList<>();

    Shape(Variables variables) {
        this.variables = variables;
    }

    /** What differs, by path; empty when the answer is as expected. */
    static List<String> differences(JsonNode expected, JsonNode actual, Variables variables) {
        var shape = new Shape(variables);
        shape.compare("$", expected, actual);
        return shape.differences;
    }

    private void compare(String path, JsonNode expected, JsonNode actual) {
        if (expected.isTextual()) {
            compareText(path, expected.textValue(), actual);
        } else if (expected.isObject() && actual.isObject()) {
            compareFields(path, expected, actual);
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (var at = 0; at < expected.size(); at++) {
                compare(path + "[" + at + "]", expected.get(at), actual.get(at));
            }
        } else if (expected.isNumber() && actual.isNumber()) {
            check(expected.decimalValue().compareTo(actual.decimalValue()) == 0, path, expected, actual);
        } else {
            check(expected.equals(actual), path, expected, actual);
        }
    }

    private void compareFields(String path, JsonNode expected, JsonNode actual) {
        var names = new TreeSet<String>();
        expected.fieldNames().forEachRemaining(names::add);
        actual.fieldNames().forEachRemaining(names::add);
        for (var name : names) {
            if (expected.has(name) && actual.has(name)) {
                compare(path + "." + name, expected.get(name), actual.get(name));
            } else if (expected.has(name) || !expected.has("...")) {
                check(name.equals("..."), path + "." + name, expected.get(name), actual.get(name));
            }
        }
    }

    private void compareText(String path, String expected, JsonNode actual) {
        var placeholder = PLACEHOLDER.matcher(expected);
        if (!placeholder.matches()) {
            check(actual.isTextual() && actual.textValue().equals(variables.fill(expected)), path, expected, actual);
            return;
        }
        check(fits(placeholder.group(1), actual), path, expected, actual);
        if (placeholder.group(2) != null) {
            variables.put(placeholder.group(2), actual.asText());
        }
    }

    static boolean fits(String placeholder, JsonNode actual) {
        return switch (placeholder) {
            case "any" -> true;
            case "int" -> actual.isIntegralNumber();
            case "number" -> actual.isNumber();
            case "instant" ->
                actual.isTextual() && INSTANT.matcher(actual.textValue()).matches();
            case "uuid" ->
                actual.isTextual() && UUID.matcher(actual.textValue()).matches();
            case "millis" ->
                actual.isTextual() && MILLIS.matcher(actual.textValue()).matches();
            default ->
                actual.isTextual()
                        && actual.textValue().matches(Pattern.quote(placeholder).replace("*", "\\E.*\\Q"));
        };
    }

    private void check(boolean fine, String path, Object expected, Object actual) {
        if (!fine) {
            differences.add("%s: expected %s but was %s".formatted(path, expected, actual));
        }
    }
}
