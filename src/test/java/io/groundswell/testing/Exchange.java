package io.groundswell.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One request of a transcript and the answer it must get.
 *
 * @param body null when the request has none
 * @param answer null when the answer has no body; otherwise JSON with placeholders, or {@code <any>}
 */
public record Exchange(
        String method,
        String path,
        List<Header> headers,
        String body,
        Integer status,
        List<Header> answerHeaders,
        String answer) {
    private static final Pattern HEADER = Pattern.compile("([A-Za-z][A-Za-z-]*): ?(.*)");
    private static final Pattern STATUS = Pattern.compile("\\d{3}");

    public record Header(String name, String value) {
        @Override
        public String toString() {
            return name + ": " + value;
        }
    }

    /** The answer may be missing from what is still to be recorded. */
    static Exchange parse(List<String> lines) {
        var statusAt = firstStatus(lines);
        var request = lines.subList(1, statusAt);
        var line = lines.get(0).split(" ", 2);
        var answer = statusAt == lines.size() ? List.<String>of() : lines.subList(statusAt + 1, lines.size());
        return new Exchange(
                line[0],
                line[1].strip(),
                headers(request),
                body(request),
                statusAt == lines.size() ? null : Integer.valueOf(lines.get(statusAt)),
                headers(answer),
                body(answer));
    }

    private static int firstStatus(List<String> lines) {
        for (var at = 1; at < lines.size(); at++) {
            if (STATUS.matcher(lines.get(at)).matches()) {
                return at;
            }
        }
        return lines.size();
    }

    private static List<Header> headers(List<String> lines) {
        var headers = new ArrayList<Header>();
        for (var line : lines) {
            var matcher = HEADER.matcher(line);
            if (!matcher.matches()) {
                break;
            }
            headers.add(new Header(matcher.group(1), matcher.group(2)));
        }
        return headers;
    }

    private static String body(List<String> lines) {
        var text = String.join("\n", lines.subList(headers(lines).size(), lines.size()))
                .strip();
        return text.isEmpty() ? null : text;
    }

    String render() {
        var text = new StringBuilder(method + " " + path + "\n");
        headers.forEach(header -> text.append(header).append('\n'));
        if (body != null) {
            text.append(body).append('\n');
        }
        text.append('\n').append(status).append('\n');
        answerHeaders.forEach(header -> text.append(header).append('\n'));
        return answer == null
                ? text.toString()
                : text.append(answer).append('\n').toString();
    }
}
