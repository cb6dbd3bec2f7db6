package io.groundswell.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files of an embedded database: the server's folder, its programs, its password and its log. */
record DataDirectory(Path path) {
    private static final int PASSWORD_BYTES = 32;
    private static final int LOG_TAIL_LINES = 15;

    /** Creates the folder when it is not there, readable by its owner only. */
    static DataDirectory open(Path path) {
        try {
            Files.createDirectories(path, mode(path, "rwx------"));
            DataDirectory data = new DataDirectory(path.toRealPath());
            Files.createDirectories(data.binaries(), mode(path, "rwx------"));
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use %s as data directory".formatted(path.toAbsolutePath()), e);
        }
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    /** Not in the shared temp folder, where another user could leave programs for us to run. */
    Path binaries() {
        return path.resolve("postgres-binaries");
    }

    Path passwordFile() {
        return path.resolve("postgres.password");
    }

    Path log() {
        return path.resolve("postgres.log");
    }

    // A file inside the folder, so that it comes and goes with the rows it vouches for.
    private Path completionMark() {
        return postgres().resolve("groundswell.initialised");
    }

    /**
     * Removes what a process killed in its very first start left half-made, which neither initdb nor the unpacking would
     * repair. A folder that a server has run on is never touched, whoever made it.
     */
    void discardUnfinishedWork() {
        try {
            boolean serverHasRun = Files.exists(postgres().resolve("postmaster.opts"));
            if (!Files.exists(completionMark()) && !serverHasRun) {
                deleteTree(postgres());
            }
            try (Stream<Path> unpacked = Files.list(binaries())) {
                for (Path folder : unpacked.toList()) {
                    if (!Files.exists(folder.resolve(".exists"))) {
                        deleteTree(folder);
                    }
                }
            }
            if (Files.exists(log())) {
                Files.move(log(), path.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.createFile(log(), mode(path, "rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot tidy %s".formatted(path), e);
        }
    }

    void markComplete() {
        try {
            Files.writeString(completionMark(), "", StandardOpenOption.CREATE, StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The superuser's password: made on the first start, kept in a file that only its owner can read. */
    String password() {
        try {
            if (!Files.exists(passwordFile())) {
                requireNoServerYet();
                writePassword();
            }
            return Files.readString(passwordFile()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the password in %s".formatted(passwordFile()), e);
        }
    }

    private void requireNoServerYet() {
        if (Files.exists(postgres())) {
            throw new IllegalStateException(
                    "%s is missing, and %s opens only with the password in it. Restore the file from your backup."
                            .formatted(passwordFile(), postgres()));
        }
    }

    // Written beside and moved, so that a crash can't leave half a password.
    private void writePassword() throws IOException {
        byte[] secret = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(secret);
        Path draft = path.resolve("postgres.password.new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, mode(path, "rw-------"));
        Files.writeString(
                draft, Base64.getUrlEncoder().withoutPadding().encodeToString(secret), StandardOpenOption.SYNC);
        Files.move(draft, passwordFile(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The last lines the server wrote, for the message of a start that failed. */
    String logTail() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "(its log %s cannot be read: %s)".formatted(log(), e.getMessage());
        }
    }

    // Windows has no such modes; there the folder inherits the rights of its parent.
    private static FileAttribute<?>[] mode(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path entry : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
