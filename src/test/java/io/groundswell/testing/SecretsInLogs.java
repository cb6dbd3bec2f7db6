package io.groundswell.testing;

import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads along in the log of all tests, which fail after a line with a secret that they used, or with what looks like one or its hash. */
final class SecretsInLogs extends Handler {
    private static final Pattern SECRET = Pattern.compile(
            "amp_(live|test|dev)_\\w{30}|tga_[0-9a-f]{60}|aak_[0-9a-f]{40}|whsec_\\w{16}|eyJ[\\w-]{10,}\\.eyJ|\\$2[aby]?\\$\\d\\d\\$|Bearer [\\w-]{16}");

    private static volatile SecretsInLogs reading;

    private final Queue<String> found = new ConcurrentLinkedQueue<>();

    static boolean isIn(String text) {
        return SECRET.matcher(text).find() || Secrets.in(text).isPresent();
    }

    /** The framework sets up logging anew for each server that it starts. */
    void readAlong() {
        var root = Logger.getLogger("");
        if (!Arrays.asList(root.getHandlers()).contains(this)) {
            root.addHandler(this);
            Secrets.use(ConfigProvider.getConfig());
            reading = this;
        }
    }

    /** Fails the test that has just ended, or that runs when something goes on behind it. */
    public static final class AfterEachTest implements QuarkusTestAfterEachCallback {
        @Override
        public void afterEach(QuarkusTestMethodContext test) {
            if (reading != null) {
                reading.requireNone();
            }
        }
    }

    void requireNone() {
        if (!found.isEmpty()) {
            var lines = String.join("\n", found);
            found.clear();
            throw new AssertionError("A secret was logged:\n" + lines);
        }
    }

    @Override
    public void publish(LogRecord line) {
        look(line.getMessage());
        if (line.getParameters() != null) {
            Arrays.stream(line.getParameters()).forEach(parameter -> look(String.valueOf(parameter)));
        }
        for (var thrown = line.getThrown(); thrown != null; thrown = thrown.getCause()) {
            look(thrown.toString());
        }
    }

    /** What was logged when no test was left to fail ends the run: the framework would only log what is thrown then. */
    void requireNoneInTheEnd() {
        if (!found.isEmpty()) {
            System.err.println("A secret was logged after the last test:\n" + String.join("\n", found));
            Runtime.getRuntime().halt(1);
        }
    }

    private void look(String text) {
        if (text != null && isIn(text)) {
            found.add(text);
        }
    }

    @Override
    public void flush() {
        // Nothing is kept back.
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
