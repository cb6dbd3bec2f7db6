package io.groundswell.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code deploy/archive} writes down of the packaged server: with it a start takes half the time, and tests start many. */
final class ClassArchive {
    private static final String OPTION = make();

    private ClassArchive() {}

    /** Of Java, to start the server with. */
    static String option() {
        return OPTION;
    }

    private static String make() {
        try {
            var archiver = new ProcessBuilder("deploy/archive", "target/quarkus-app", System.getProperty("java.home"))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var option = new String(archiver.getInputStream().readAllBytes()).strip();
            if (archiver.waitFor() != 0) {
                throw new IllegalStateException("There is no archive of classes");
            }
            return elsewhere(option);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is packaged stays as it was for whoever packs it further. */
    private static String elsewhere(String option) throws IOException {
        var written = Path.of(option.replaceFirst("[^=]*=", ""));
        var kept = Path.of("target").toAbsolutePath().resolve("of-tests-" + written.getFileName());
        Files.deleteIfExists(kept);
        Files.move(written, kept);
        return option.replace(written.toString(), kept.toString());
    }
}
