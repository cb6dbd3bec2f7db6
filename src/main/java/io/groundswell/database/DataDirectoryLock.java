package io.groundswell.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One process at a time works on a data directory. The operating system holds the lock and drops it when the process
 * dies, however it dies; the number inside the file is only for the message.
 */
final class DataDirectoryLock implements AutoCloseable {
    // On POSIX, closing any channel of a locked file drops the lock for the whole process. So within one process the
    // file must not even be opened a second time.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    // Windows forbids reading a locked range, so what is locked lies behind the text.
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final Path directory;
    private final FileChannel channel;

    private DataDirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /** @throws EmbeddedDatabase.InUse somebody holds it already */
    static DataDirectoryLock take(Path directory) {
        if (!HELD_HERE.add(directory)) {
            throw inUse(directory, Long.toString(ProcessHandle.current().pid()));
        }
        try {
            return new DataDirectoryLock(directory, locked(directory));
        } catch (IOException | RuntimeException e) {
            HELD_HERE.remove(directory);
            throw e instanceof RuntimeException r ? r : new UncheckedIOException((IOException) e);
        }
    }

    private static FileChannel locked(Path directory) throws IOException {
        Path file = directory.resolve("groundswell.lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
            channel.close();
            throw inUse(directory, Files.readString(file).strip());
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
        return channel;
    }

    private static EmbeddedDatabase.InUse inUse(Path directory, String pid) {
        return new EmbeddedDatabase.InUse(("Another Groundswell server (process %s) is using %s. "
                        + "Stop it, or start this one with -Dgroundswell.data-directory=<another folder>.")
                .formatted(pid, directory));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD_HERE.remove(directory);
        }
    }
}
