package io.groundswell.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;

/**
 * Kills workers at the moments that leave different traces: before and after each commit, and, where a test lets it
 * strike there, around calls to others. Between two of them a worker works in its memory only, so that it makes no
 * difference where exactly it dies. All threads of a worker die together: from then on none of them commits anything.
 */
@ApplicationScoped
public class Reaper {
    /** Stands for the end of the process. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        Killed() {
            super("killed", null, false, false);
        }
    }

    /** The life of one worker. Threads that have none are left in peace. */
    private static final ThreadLocal<AtomicBoolean> DEAD = new ThreadLocal<>();

    private final TransactionManager transactions;
    private final Map<String, AtomicInteger> steps = new ConcurrentHashMap<>();
    private final Map<String, Integer> kills = new ConcurrentHashMap<>();
    private volatile int every;
    private volatile int mostEach;

    Reaper(TransactionManager transactions) {
        this.transactions = transactions;
    }

    /** Of each sort of moment one in so many is the last of its worker, so that rare ones are not spared. */
    public void killEvery(int times) {
        killEvery(times, Integer.MAX_VALUE);
    }

    /** The same, no more than so often of each sort: few lives would come to the end of something with many steps. */
    public void killEvery(int times, int most) {
        kills.clear();
        steps.clear();
        every = times;
        mostEach = most;
    }

    /** How many died where. */
    public Map<String, Integer> kills() {
        return kills;
    }

    /**
     * Has a worker work, and after each death a new one, until one lives and finds nothing to do.
     *
     * @param work on threads that share the worker's life, in one go; how much was done
     * @return how many died
     */
    public static int lives(ToIntFunction<ExecutorService> work) {
        var deaths = 0;
        while (true) {
            var dead = new AtomicBoolean();
            var done = live(dead, work);
            if (dead.get()) {
                deaths++;
            } else if (done == 0) {
                return deaths;
            }
        }
    }

    private static int live(AtomicBoolean dead, ToIntFunction<ExecutorService> work) {
        var threads = Executors.newCachedThreadPool(task -> new Thread(() -> {
            DEAD.set(dead);
            task.run();
        }));
        try {
            return threads.submit(() -> work.applyAsInt(threads)).get();
        } catch (Exception e) {
            assertThat(dead).as("Only the dead stop: %s", e).isTrue();
            return 0;
        } finally {
            threads.shutdown();
        }
    }

    public void pass(String moment) {
        var dead = DEAD.get();
        if (dead != null && strikes(dead, moment)) {
            throw new Killed();
        }
    }

    /** One at a time, so that a moment's turn is never taken by a thread that another one has just killed. */
    private synchronized boolean strikes(AtomicBoolean dead, String moment) {
        if (dead.get()) {
            return true;
        }
        var passed = steps.computeIfAbsent(moment, any -> new AtomicInteger()).incrementAndGet();
        var struck = passed % every == every / 2 && kills.getOrDefault(moment, 0) < mostEach;
        if (struck) {
            dead.set(true);
            kills.merge(moment, 1, Integer::sum);
        }
        return struck;
    }

    void begun(@Observes @Initialized(TransactionScoped.class) Object event) throws RollbackException, SystemException {
        if (DEAD.get() != null) {
            var what = StackWalker.getInstance().walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                    .filter(name -> name.startsWith("io.groundswell.") && !name.startsWith(Reaper.class.getName()))
                    .map(name -> name.replaceAll(".*\\.|[_$].*", ""))
                    .findFirst()
                    .orElse("?"));
            transactions.getTransaction().registerSynchronization(new Deadly(what));
        }
    }

    private final class Deadly implements Synchronization {
        private final String what;

        private Deadly(String what) {
            this.what = what;
        }

        @Override
        public void beforeCompletion() {
            pass("before the commit of " + what);
        }

        @Override
        public void afterCompletion(int status) {
            var dead = DEAD.get();
            if (status == Status.STATUS_COMMITTED && !dead.get()) {
                // Whoever commits must not throw; the next step will.
                strikes(dead, "after the commit of " + what);
            }
        }
    }
}
