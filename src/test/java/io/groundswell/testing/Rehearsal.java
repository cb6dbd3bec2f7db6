package io.groundswell.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** What the documentation tells operators to do with the folder of a server. */
public final class Rehearsal {
    private Rehearsal() {}

    /** Copies a folder whose database is stopped, wipes it, and puts the copy in its place. */
    public static void restore(Path folder) {
        var backup = folder.resolveSibling(folder.getFileName() + "-backup").toString();
        run("cp", "-a", folder.toString(), backup);
        run("rm", "-r", folder.toString());
        assertThat(folder).doesNotExist();
        run("mv", backup, folder.toString());
    }

    private static void run(String... command) {
        try {
            assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
                    .isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
