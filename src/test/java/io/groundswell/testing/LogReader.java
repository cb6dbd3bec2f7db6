package io.groundswell.testing;

import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Reads what is logged by anybody, from {@link #open} until it is closed. */
public final class LogReader extends Handler {
    private static final Logger ALL = Logger.getLogger("");

    private final Consumer<LogRecord> read;

    public LogReader(Consumer<LogRecord> read) {
        this.read = read;
    }

    public void open() {
        ALL.addHandler(this);
    }

    /** Whether somebody who watches the server would have to look at it. */
    public static boolean isFailure(LogRecord line) {
        return line.getLevel().intValue() >= Level.SEVERE.intValue() || line.getThrown() != null;
    }

    @Override
    public void publish(LogRecord line) {
        read.accept(line);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ALL.removeHandler(this);
    }
}
