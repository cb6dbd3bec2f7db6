package io.groundswell.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A conversation with the server, as a file: a comment that says what it shows, then requests with their answers,
 * separated by {@code ###}.
 *
 * <p>Answers may hold {@code <any>}, {@code <int>}, {@code <number>}, {@code <instant>}, {@code <millis>} (an instant to the millisecond), {@code <uuid>}, {@code <msn_*>} (an id with that
 * prefix) and {@code <text *>} (any ending, such as {@code <2024-01-15T10:30:*>}); {@code <any:name>} keeps the value for later as {@code {{name}}}.
 */
public record Transcript(Path file, List<String> comment, List<Exchange> exchanges) {
    private static final Path FOLDER = Path.of("src/test/resources/transcripts");
    private static final String SEPARATOR = "###";

    /** Those in one folder of them, and in what lies below it. */
    public static List<Transcript> below(String folder) {
        try (var files = Files.walk(FOLDER.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".http"))
                    .sorted()
                    .map(Transcript::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Transcript read(Path file) {
        try {
            var lines = Files.readAllLines(file);
            var comment = lines.stream().takeWhile(line -> line.startsWith("#")).toList();
            return new Transcript(file, comment, exchanges(lines.subList(comment.size(), lines.size())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Exchange> exchanges(List<String> lines) {
        var exchanges = new ArrayList<Exchange>();
        var current = new ArrayList<String>();
        for (var line : lines) {
            if (line.startsWith(SEPARATOR)) {
                exchanges.add(Exchange.parse(List.copyOf(current)));
                current.clear();
            } else if (!current.isEmpty() || !line.isBlank()) {
                current.add(line.stripTrailing());
            }
        }
        exchanges.add(Exchange.parse(current));
        return exchanges;
    }

    String title() {
        return comment.stream().map(line -> line.replaceFirst("^# ?", "")).collect(Collectors.joining(" "));
    }

    boolean mentions(String variable) {
        return exchanges.stream().map(Exchange::render).anyMatch(text -> text.contains("{{" + variable + "}}"));
    }

    void write(List<Exchange> recorded) {
        var steps = recorded.stream().map(Exchange::render).collect(Collectors.joining("\n" + SEPARATOR + "\n"));
        try {
            Files.writeString(file, String.join("\n", comment) + "\n" + steps);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
