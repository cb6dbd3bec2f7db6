package io.groundswell.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Types a guide's commands into one shell, and reads what is printed. */
final class Reader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Pattern CHANGING = Pattern.compile("(^|\\s)(-d|-X|-T)\\s");
    private static final String END = "that was all:";

    private final Guide guide;
    private final String server;
    private final Path folder;
    private final Process shell;
    private final Writer typed;
    private final BufferedReader printed;
    private final PrintedText texts;
    private Ids ids = new Ids();

    /**
     * @param folder the one in which the reader started the server
     * @param server host and port
     */
    Reader(Guide guide, Path folder, String server) {
        this.guide = guide;
        this.folder = folder;
        this.server = server;
        texts = new PrintedText(server, guide.commands());
        try {
            shell = new ProcessBuilder("bash")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        typed = shell.outputWriter(StandardCharsets.UTF_8);
        printed = shell.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * What differs. Where the commands only look, they are repeated until nothing does or patience is over.
     *
     * @param meanwhile done before each repeat
     */
    List<String> follow(Guide.Step step, Runnable meanwhile) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var isRepeatable = !CHANGING.matcher(step.commands()).find();
        while (true) {
            var learned = new Ids(ids);
            var answer = run(ids.fill(step.commands().replace("localhost:8080", server)));
            var differences = PrintedAnswer.differences(step.answer(), answer, texts, learned);
            if (differences.isEmpty()) {
                ids = learned;
                return List.of();
            }
            if (!isRepeatable || System.nanoTime() > end) {
                return differences.stream()
                        .map(one -> "%s:%d %s".formatted(guide.file(), step.line(), one))
                        .toList();
            }
            meanwhile.run();
        }
    }

    private String run(String commands) {
        try {
            // From a file, so that a quote that is never closed swallows nothing but these commands.
            Files.writeString(folder.resolve("commands.sh"), commands + "\n");
            typed.write(". ./commands.sh; echo; echo '%s' $?\n".formatted(END));
            typed.flush();
            var answer = new StringBuilder();
            for (var line = printed.readLine(); !line.startsWith(END); line = printed.readLine()) {
                answer.append(line).append('\n');
            }
            return answer.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        shell.destroy();
    }
}
