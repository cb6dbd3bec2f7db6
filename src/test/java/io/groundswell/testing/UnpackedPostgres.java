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
            link(KEPT, data.resolve(FOLDER));
        }
    }

    /** After a start. Of processes that do so at once, one is first. */
    static void keepFrom(Path data) {
        if (!Files.exists(KEPT)) {
            try {
                var made = KEPT.resolveSibling(
                        FOLDER + "-" + ProcessHandle.current().pid());
                link(data.resolve(FOLDER), made);
                Files.move(made, KEPT, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException e) {
                if (!Files.exists(KEPT)) {
                    throw new UncheckedIOException(e);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A tree of other names of the same files, or of copies where the folders are on different disks. */
    private static void link(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var other = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(other);
                } else if (Files.getFileStore(from).equals(Files.getFileStore(to))) {
                    Files.createLink(other, file);
                } else {
                    Files.copy(file, other, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
