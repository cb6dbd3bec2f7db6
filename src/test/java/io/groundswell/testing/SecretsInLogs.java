package io.groundswell.testing;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/** Reads along in the log of all tests, and fails the next one after a line that gives away a key, a secret, a session or a hash. */
final class SecretsInLogs extends Handler {
    private static final Pattern SECRET = Pattern.compile(
            "amp_(live|test)_\\w{30}|tga_[0-9a-f]{60}|aak_[0-9a-f]{40}|whsec_\\w{16}|eyJ[\\w-]{10,}\\.eyJ|\\$2[aby]?\\$\\d\\d\\$|Bearer [\\w-]{16}");

    private final String password;
    private final Queue<String> found = new ConcurrentLinkedQueue<>();

    /** @param password of the database, which has no form of its own */
    SecretsInLogs(String password) {
        this.password = password;
    }

    static boolean isIn(String text) {
        return SECRET.matcher(text).find();
    }

    /** The framework sets up logging anew for each server that it starts. */
    void readAlong() {
        var root = Logger.getLogger("");
        if (!Arrays.asList(root.getHandlers()).contains(this)) {
            root.addHandler(this);
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

    private void look(String text) {
        if (text != null && (isIn(text) || text.contains(password))) {
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
