package io.groundswell.database;

import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** All that there is to be asked with a GET, in the three contracts. */
final class Interview {
    private static final Path QUESTIONS = Path.of("src/test/resources/io/groundswell/database/questions.txt");
    private static final Path ROUTES = Path.of("src/test/resources/routes.txt");

    /** What counts the questions themselves, and the milliseconds since the clock was set. */
    private static final Pattern PASSING = Pattern.compile(
            "(?<=\"(total_reads|reads|api_calls|remaining|timestamp)\":)\\d+|(?<=\"as_of\":\"[^\"]{19})\\.\\d+");

    private Interview() {}

    /** Each question with its answer: type and bytes, but for what passes. */
    static Map<String, String> answers(Function<String, Response> ask) throws IOException {
        var answers = new LinkedHashMap<String, String>();
        for (var line : lines()) {
            if (line.startsWith("/")) {
                var answer = ask.apply(line);
                var bytes = new String(answer.asByteArray(), StandardCharsets.ISO_8859_1);
                answers.put(
                        line,
                        answer.contentType() + "\n" + PASSING.matcher(bytes).replaceAll("…"));
            }
        }
        return answers;
    }

    /** Routes that no line speaks of. */
    static List<String> forgotten() throws IOException {
        var told = lines().stream()
                .map(line -> anonymous(line.replaceFirst("^- ", "").replaceFirst("[?:].*", "")))
                .toList();
        return Files.readAllLines(ROUTES).stream()
                .filter(route -> route.startsWith("GET /") && !route.startsWith("GET /internal/"))
                .filter(route -> !told.contains(anonymous(route.substring("GET ".length()))))
                .toList();
    }

    private static String anonymous(String path) {
        return path.replaceAll("\\{[^{}]*}(\\.\\{[^{}]*})?", "{}").replace("/users/ada", "/users/{}");
    }

    private static List<String> lines() throws IOException {
        return Files.readAllLines(QUESTIONS).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }
}
