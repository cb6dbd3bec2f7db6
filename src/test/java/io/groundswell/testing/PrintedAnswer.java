package io.groundswell.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Holds what a server answered against what a guide prints, in which {@code …} stands for members, elements or text left out. */
final class PrintedAnswer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REST = "…";

    private final PrintedText texts;
    private final Ids ids;
    private final List<String> differences = new ArrayList<>();

    private PrintedAnswer(PrintedText texts, Ids ids) {
        this.texts = texts;
        this.ids = ids;
    }

    /** What differs, by path; empty when the answers are as printed. Those that are not printed come first, and are no failures. */
    static List<String> differences(String printed, String actual, PrintedText texts, Ids ids) {
        var answer = new PrintedAnswer(texts, ids);
        var all = read(actual);
        var shown = printed == null ? List.<JsonNode>of() : read(whole(printed));
        answer.check(shown.size() <= all.size(), "$", printed, actual);
        var silent = Math.max(0, all.size() - shown.size());
        all.subList(0, silent).forEach(one -> answer.check(!isFailure(one), "$", "no failure", one));
        for (var at = 0; at < Math.min(shown.size(), all.size()); at++) {
            answer.compare("$", shown.get(at), all.get(silent + at));
        }
        return answer.differences;
    }

    private static boolean isFailure(JsonNode answer) {
        return !answer.path("error").isMissingNode() && !answer.path("error").isNull();
    }

    private static List<JsonNode> read(String text) {
        try (var values = JSON.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
            return values.readAll();
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + text, e);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** JSON with a text or a member for each … outside of texts. */
    static String whole(String printed) {
        var json = new StringBuilder();
        var open = new ArrayDeque<Character>();
        var quoted = false;
        var last = ' ';
        for (var at = 0; at < printed.length(); at++) {
            var letter = printed.charAt(at);
            if (quoted && letter == '\\') {
                json.append(letter);
                letter = printed.charAt(++at);
            } else if (letter == '"') {
                quoted = !quoted;
            } else if (!quoted && (letter == '{' || letter == '[')) {
                open.push(letter);
            } else if (!quoted && (letter == '}' || letter == ']')) {
                open.pop();
            } else if (!quoted && letter == REST.charAt(0)) {
                var isMember = last != ':' && !open.isEmpty() && open.peek() == '{';
                json.append(isMember ? "\"…\":\"…\"" : "\"…\"");
                continue;
            }
            json.append(letter);
            last = Character.isWhitespace(letter) ? last : letter;
        }
        return json.toString();
    }

    private void compare(String path, JsonNode printed, JsonNode actual) {
        if (printed.isTextual()) {
            var text = printed.textValue();
            check(
                    text.equals(REST) || actual.isTextual() && texts.fits(text, actual.textValue(), ids),
                    path,
                    printed,
                    actual);
        } else if (printed.isObject() && actual.isObject()) {
            compareMembers(path, printed, actual);
        } else if (printed.isArray() && actual.isArray()) {
            compareElements(path, printed, actual);
        } else if (printed.isNumber() && actual.isNumber()) {
            var same = printed.decimalValue().compareTo(actual.decimalValue()) == 0;
            check(same || passes(path, printed) && passes(path, actual), path, printed, actual);
        } else {
            check(printed.equals(actual), path, printed, actual);
        }
    }

    /** Times as numbers: those of clocks, and those that something took. */
    private static boolean passes(String path, JsonNode number) {
        return path.endsWith("_ms") || number.asLong() > 1_500_000_000L;
    }

    private void compareMembers(String path, JsonNode printed, JsonNode actual) {
        printed.fieldNames().forEachRemaining(name -> {
            if (!name.equals(REST)) {
                check(actual.has(name), path + "." + name, printed.get(name), "left out");
                compare(path + "." + name, printed.get(name), actual.path(name));
            }
        });
        actual.fieldNames()
                .forEachRemaining(name ->
                        check(printed.has(REST) || printed.has(name), path + "." + name, "left out", actual.get(name)));
    }

    private void compareElements(String path, JsonNode printed, JsonNode actual) {
        var rest = 0;
        while (rest < printed.size() && !printed.get(rest).asText().equals(REST)) {
            rest++;
        }
        var isWhole = rest == printed.size();
        var after = isWhole ? 0 : printed.size() - rest - 1;
        if (isWhole ? printed.size() != actual.size() : rest + after > actual.size()) {
            check(false, path, printed, actual);
            return;
        }
        for (var at = 0; at < rest; at++) {
            compare(path + "[" + at + "]", printed.get(at), actual.get(at));
        }
        for (var at = 1; at <= after; at++) {
            var place = actual.size() - at;
            compare(path + "[" + place + "]", printed.get(printed.size() - at), actual.get(place));
        }
    }

    private void check(boolean fine, String path, Object printed, Object actual) {
        if (!fine) {
            differences.add("%s: printed is %s but answered was %s".formatted(path, printed, actual));
        }
    }
}
