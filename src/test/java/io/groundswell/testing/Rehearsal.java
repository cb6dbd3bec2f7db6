package io.groundswell.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** What the documentation tells operators to do with the folder of a server. */
public final class Rehearsal {
    private static final Path OPERATIONS = Path.of("docs/operations.md");

    private Rehearsal() {}

    /** Copies a folder whose database is stopped, wipes it, and puts the copy in its place. */
    public static void restore(Path folder) {
        var backup = folder.resolveSibling(folder.getFileName() + "-backup").toString();
        run("cp", "-a", folder.toString(), backup);
        run("rm", "-r", folder.toString());
        assertThat(folder).doesNotExist();
        run("mv", backup, folder.toString());
    }

    /** Types what is told about the password of the embedded database, next to the folder, which is called {@code data}. */
    public static void changePassword(Path folder) {
        var commands = Guide.read(OPERATIONS).steps().stream()
                .map(Guide.Step::commands)
                .filter(step -> step.contains("alter role"))
                .findFirst()
                .orElseThrow();
        var shell = "set -eu\n" + commands;
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL refuses to work for root, as whom builds in containers run.
            run(folder.getParent(), "unshare", "-U", "bash", "-c", shell);
        } else {
            run(folder.getParent(), "bash", "-c", shell);
        }
    }

    private static void run(String... command) {
        run(Path.of(""), command);
    }

    private static void run(Path where, String... command) {
        try {
            assertThat(new ProcessBuilder(command)
                            .directory(where.toAbsolutePath().toFile())
                            .inheritIO()
                            .start()
                            .waitFor())
                    .isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
