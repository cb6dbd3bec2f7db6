package io.groundswell;

import io.groundswell.database.DatabaseChoice;
import io.groundswell.database.EmbeddedDatabase;
import io.groundswell.database.QueryGrammar;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Starts the database, when none was given, and then the server. */
@QuarkusMain
public class Groundswell {
    private static final Logger LOG = Logger.getLogger(Groundswell.class);
    private static final long DRAIN_SECONDS = 60;

    public static void main(String... args) {
        Framework.prepare();
        QueryGrammar.learn();
        var served = new CountDownLatch(1);
        try {
            DatabaseChoice.embedded().ifPresent(database -> use(database, served));
        } catch (IllegalStateException | UncheckedIOException failure) {
            exit(served, 1, failure);
        }
        Quarkus.run(null, (code, failure) -> exit(served, code, failure), args);
    }

    private static void use(EmbeddedDatabase database, CountDownLatch served) {
        System.setProperty(DatabaseChoice.ADDRESS, database.jdbcUrl());
        System.setProperty("quarkus.datasource.username", database.username());
        System.setProperty("quarkus.datasource.password", database.password());
        var stopping = new AtomicBoolean();
        // The server's own hook drains it at the same time: the database may only go after that.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopping.set(true);
            closeAfter(served, database);
        }));
        database.whenLost(() -> endWithout(stopping));
    }

    private static void exit(CountDownLatch served, int code, Throwable failure) {
        served.countDown();
        if (failure != null) {
            // Logging may not have started yet.
            System.err.println(StartFailure.told(failure));
        }
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Whatever started the server starts it again, and the database with it. */
    private static void endWithout(AtomicBoolean stopping) {
        if (!stopping.get()) {
            LOG.error(
                    "The embedded PostgreSQL has ended, so the server ends as well. postgres.log in the data directory says why");
            Quarkus.asyncExit(1);
        }
    }

    private static void closeAfter(CountDownLatch served, EmbeddedDatabase database) {
        try {
            served.await(DRAIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        database.close();
    }
}
