package io.groundswell.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The programs of the embedded PostgreSQL, unpacked once for all data folders of the tests: each start would take seconds for it. That
 * a first start unpacks them is proved by {@code EmbeddedDatabaseTest}.
 */
final class UnpackedPostgres {
    private static final String FOLDER = "postgres-binaries";
    private static final Path KEPT = Path.of("target", FOLDER).toAbsolutePath();

    private UnpackedPostgres() {}

    /** Before the first start of a server on this folder. */
    static void giveTo(Path data) {
        if (Files.exists(KEPT) && !Files.exists(data.resolve(FOLDER))) {
            try {
                link(KEPT, data.resolve(FOLDER));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** After a start. */
    static void keepFrom(Path data) {
        try (var versions = Files.list(data.resolve(FOLDER))) {
            Files.createDirectories(KEPT);
            for (var version : versions.toList()) {
                keep(version, KEPT.resolve(version.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of processes that do so at once, one is first. */
    private static void keep(Path unpacked, Path kept) throws IOException {
        if (!Files.exists(kept)) {
            var made = Files.createTempDirectory(KEPT.getParent(), FOLDER);
            link(unpacked, made);
            try {
                Files.move(made, kept, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                if (!Files.exists(kept)) {
                    throw e;
                }
            }
        }
    }

    /** A tree of other names of the same files, or of copies where it cannot be. */
    private static void link(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var other = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(other);
                } else {
                    linkFile(file, other);
                }
            }
        }
    }

    private static void linkFile(Path file, Path other) throws IOException {
        try {
            Files.createLink(other, file);
        } catch (FileSystemException anotherDisk) {
            Files.copy(file, other, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
