package io.groundswell.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A page that leads through something. What a reader is to type stands between {@code ```sh} and {@code ```}, and what is answered
 * between {@code ```json} and {@code ```} directly below it. {@code ```console} is for commands that need more than a server.
 *
 * @param elsewhere the texts of the last kind
 */
record Guide(Path file, List<Step> steps, List<String> elsewhere) {
    /** @param answer null when none is printed */
    record Step(int line, String commands, String answer) {}

    static Guide read(Path file) {
        try {
            return of(file, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Guide of(Path file, List<String> lines) {
        var steps = new ArrayList<Step>();
        var elsewhere = new ArrayList<String>();
        var answered = -1;
        for (var at = 0; at < lines.size(); at++) {
            if (!lines.get(at).startsWith("```")) {
                answered = lines.get(at).isBlank() ? answered : -1;
                continue;
            }
            var begin = at + 1;
            var end = begin;
            while (!lines.get(end).equals("```")) {
                end++;
            }
            var text = String.join("\n", lines.subList(begin, end));
            switch (lines.get(at)) {
                case "```sh" -> {
                    answered = steps.size();
                    steps.add(new Step(begin, text, null));
                }
                case "```json" -> {
                    if (answered < 0) {
                        throw new AssertionError("%s:%d: nobody asked for this answer".formatted(file, begin));
                    }
                    var step = steps.get(answered);
                    steps.set(answered, new Step(step.line(), step.commands(), text));
                    answered = -1;
                }
                case "```console" -> elsewhere.add(text);
                default -> answered = -1;
            }
            at = end;
        }
        return new Guide(file, steps, elsewhere);
    }

    /** All that is to be typed. */
    String commands() {
        return String.join("\n", steps.stream().map(Step::commands).toList());
    }

    long answers() {
        return steps.stream().filter(step -> step.answer() != null).count();
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
