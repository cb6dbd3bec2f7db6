package io.groundswell.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The first process of an embedded database, as its folder names it. */
public record Postmaster(long pid, int port) {
    /** @param data the data directory whose database runs */
    public static Postmaster of(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
            return new Postmaster(
                    Long.parseLong(lines.get(0).strip()),
                    Integer.parseInt(lines.get(3).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends all processes of the database at once: what they had not written is lost. */
    public void kill() {
        var first = ProcessHandle.of(pid).orElseThrow();
        var backends = first.descendants().toList();
        first.destroyForcibly();
        backends.forEach(ProcessHandle::destroyForcibly);
        first.onExit().join();
        backends.forEach(backend -> backend.onExit().join());
    }
}
