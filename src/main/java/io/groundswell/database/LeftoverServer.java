package io.groundswell.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The PostgreSQL that a killed process leaves running behind it. */
final class LeftoverServer {
    private static final int PATIENCE_SECONDS = 10;

    private LeftoverServer() {}

    /**
     * Stops the server that runs on this folder, if one does. The process number in its pid file may belong to someone
     * else by now, so nothing is stopped that is not a PostgreSQL on this very folder. Call it holding the folder's lock.
     */
    static void stop(Path postgres) {
        Path pidFile = postgres.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        try {
            find(postgres).ifPresent(LeftoverServer::stop);
            // PostgreSQL refuses to start while any live process has the number in this file. Its check that no
            // worker is still attached to the folder's shared memory does not need the file.
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read %s".formatted(pidFile), e);
        }
    }

    /** The server that runs on this folder. */
    static Optional<ProcessHandle> find(Path postgres) throws IOException {
        return runningOn(postgres, Files.readAllLines(postgres.resolve("postmaster.pid")));
    }

    private static Optional<ProcessHandle> runningOn(Path postgres, List<String> pidFile) {
        if (pidFile.size() < 2 || !pidFile.get(0).strip().matches("\\d{1,10}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(pidFile.get(0).strip()))
                .filter(process -> Path.of(pidFile.get(1)).equals(postgres))
                .filter(process -> isPostgresOn(postgres, process.info()));
    }

    private static boolean isPostgresOn(Path postgres, ProcessHandle.Info process) {
        boolean isPostgres = process.command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
        // Not every system shows the arguments of a process; where it does, they must name the folder.
        boolean isHere = process.arguments()
                .map(arguments -> List.of(arguments).contains(postgres.toString()))
                .orElse(true);
        return isPostgres && isHere;
    }

    private static void stop(ProcessHandle server) {
        List<ProcessHandle> workers = server.descendants().toList();
        server.destroy();
        if (!endsInTime(server)) {
            server.destroyForcibly();
            workers.forEach(ProcessHandle::destroyForcibly);
            server.onExit().join();
        }
    }

    private static boolean endsInTime(ProcessHandle server) {
        try {
            server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
