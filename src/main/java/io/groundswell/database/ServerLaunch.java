package io.groundswell.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** One start of the server: its settings, and the wait until it either answers or has given up. */
record ServerLaunch(DataDirectory data, String password, int port) {
    static final String USER = "postgres";

    // Replaying the log after a crash may take minutes, and giving up half-way gains nothing.
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int CHECK_EVERY_MS = 20;
    private static final String GAVE_UP = "pg_ctl: could not start server";

    EmbeddedPostgres run() {
        try {
            requireFreePort();
            return startOrNoticeFailure();
        } catch (IOException | ExecutionException | InterruptedException e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            LeftoverServer.stop(data.postgres());
            Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
            throw new IllegalStateException(
                    "PostgreSQL did not start on %s: %s%n%s"
                            .formatted(data.postgres(), cause.getMessage(), data.logTail()),
                    cause);
        }
    }

    // The library would keep knocking for a minute at whatever else listens there.
    private void requireFreePort() throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new IOException("port %d is taken".formatted(port), e);
        }
    }

    private EmbeddedPostgres startOrNoticeFailure() throws IOException, ExecutionException, InterruptedException {
        FutureTask<EmbeddedPostgres> start = new FutureTask<>(configuration()::start);
        Thread thread = new Thread(start, "postgres-start");
        thread.start();
        boolean gaveUp = waitFor(start);
        if (!gaveUp) {
            return start.get();
        }
        thread.interrupt();
        // Interrupted, the library returns its dead server as if it lived.
        start.get().close();
        throw new IOException("it gave up");
    }

    // The library waits out its patience for a server that is dead already, so we read what the starter says meanwhile.
    private boolean waitFor(FutureTask<EmbeddedPostgres> start) throws InterruptedException {
        while (!start.isDone()) {
            if (data.logTail().contains(GAVE_UP)) {
                return true;
            }
            Thread.sleep(CHECK_EVERY_MS);
        }
        return false;
    }

    private EmbeddedPostgres.Builder configuration() {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(data.binaries().toFile())
                .setDataDirectory(data.postgres())
                .setDataDirectoryCustomizer(initialised -> data.markComplete())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(data.log().toFile()))
                .setPGStartupWait(PATIENCE)
                .setPort(port)
                .setConnectConfig("password", password);
        onlyForTheOwner(builder);
        sameOrderEverywhere(builder);
        durable(builder);
        withRoomForWeeks(builder);
        return builder;
    }

    private void onlyForTheOwner(EmbeddedPostgres.Builder builder) {
        builder.setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("auth-local", "scram-sha-256")
                .setLocaleConfig("pwfile", data.passwordFile().toString())
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "");
    }

    // The operating system's collations differ between machines and change with its updates, which silently breaks
    // indexes on text. PostgreSQL's own C.UTF-8 orders by code point and still knows the upper case of an accent.
    private static void sameOrderEverywhere(EmbeddedPostgres.Builder builder) {
        builder.setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8");
    }

    // The library is made for tests and trades durability for speed; the later option wins, so we take it back.
    private static void durable(EmbeddedPostgres.Builder builder) {
        builder.setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("log_checkpoints", "off");
    }

    // A statement about all events of a site locks each week of them with its four indexes, and imported ones go back
    // for decades.
    private static void withRoomForWeeks(EmbeddedPostgres.Builder builder) {
        builder.setServerConfig("max_locks_per_transaction", "512");
    }
}
