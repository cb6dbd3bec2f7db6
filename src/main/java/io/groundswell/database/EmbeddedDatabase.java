package io.groundswell.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A PostgreSQL server of our own, for machines that have none. It keeps its rows in {@code <data>/postgres}, listens on
 * the loopback interface only and ends with {@link #close()}. Whoever starts it closes it: a shutdown hook in here would
 * race with the requests that are still being answered.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    /** Any free port. */
    public static final int ANY_PORT = 0;

    private final DataDirectory data;
    private final DataDirectoryLock lock;
    private final String password;
    private final EmbeddedPostgres server;
    private volatile boolean closing;

    private EmbeddedDatabase(DataDirectory data, DataDirectoryLock lock, String password, EmbeddedPostgres server) {
        this.data = data;
        this.lock = lock;
        this.password = password;
        this.server = server;
    }

    /** Like {@link #start(Path, int)}, on any free port. */
    public static EmbeddedDatabase start(Path dataDirectory) {
        return start(dataDirectory, ANY_PORT);
    }

    /**
     * Starts the server on this folder, which is created when it is not there. Blocks until it takes connections: about
     * a second, a few on the first start, up to ten minutes after a crash.
     *
     * @param port TCP port, or {@link #ANY_PORT}
     * @throws InUse another server works on the same folder
     * @throws IllegalStateException PostgreSQL does not start; the message ends with the last lines it logged
     */
    public static EmbeddedDatabase start(Path dataDirectory, int port) {
        DataDirectory data = DataDirectory.open(dataDirectory);
        DataDirectoryLock lock = DataDirectoryLock.take(data.path());
        try {
            LeftoverServer.stop(data.postgres());
            data.discardUnfinishedWork();
            String password = data.password();
            EmbeddedPostgres server = new ServerLaunch(data, password, port).run();
            return new EmbeddedDatabase(data, lock, password, server);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:%d/postgres".formatted(server.getPort());
    }

    public String username() {
        return ServerLaunch.USER;
    }

    public String password() {
        return password;
    }

    /**
     * Has something done when the server ends and nobody closed it: because it was killed, out of memory or out of room. What ends one
     * of its processes alone is none of this: it starts these anew by itself.
     */
    public void whenLost(Runnable consequence) {
        try {
            LeftoverServer.find(data.postgres())
                    .ifPresent(postgres -> postgres.onExit().thenRunAsync(() -> {
                        if (!closing) {
                            consequence.run();
                        }
                    }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends open connections, writes everything out and gives the folder free. Closing twice does nothing. */
    @Override
    public void close() {
        closing = true;
        try (lock) {
            server.close();
            // The library asks for the stop but waits only five seconds for it.
            LeftoverServer.stop(data.postgres());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another server works on the same data folder; the message names its process and the way out. */
    public static final class InUse extends IllegalStateException {
        InUse(String message) {
            super(message);
        }
    }
}
