package io.groundswell.work;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Threads for which the end of the process does not wait. */
public final class Daemon {
    private Daemon() {}

    public static Thread start(String name, Runnable work) {
        var thread = thread(name, work);
        thread.start();
        return thread;
    }

    private static Thread thread(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** A single one that does things at their times. */
    public static ScheduledExecutorService scheduled(String name) {
        return Executors.newSingleThreadScheduledExecutor(work -> thread(name, work));
    }
}
