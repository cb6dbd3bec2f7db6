package io.groundswell.generation.sandbox;

import io.groundswell.generation.ProviderFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;

/** Makes calls of the sandbox fail, so that tests see what happens then. Nothing fails by itself. */
@ApplicationScoped
public class GenerationFaults {

    /** What befalls {@code times} calls after {@code spared} calls were let through. */
    private record Fault(int spared, int times, Runnable happening) {
        static final Fault NONE = new Fault(0, 0, () -> {});

        boolean strikes() {
            return spared == 0 && times > 0;
        }

        Fault next() {
            if (spared > 0) {
                return new Fault(spared - 1, times, happening);
            }
            return times > 1 ? new Fault(0, times - 1, happening) : NONE;
        }
    }

    private final AtomicReference<Fault> fault = new AtomicReference<>(Fault.NONE);

    /** The next calls fail in a way that passes. */
    public void fail(int times) {
        after(0, times);
    }

    /** Some calls work, the ones after them fail in a way that passes. */
    public void after(int spared, int times) {
        fault.set(new Fault(spared, times, () -> {
            throw ProviderFailure.passing("The sandbox was told to fail", null);
        }));
    }

    /** The next call fails for good. */
    public void failForGood() {
        fault.set(new Fault(0, 1, () -> {
            throw ProviderFailure.permanent("The sandbox was told to refuse");
        }));
    }

    /** Something happens while a later call runs; if it does not throw, the call succeeds. */
    public void meanwhileAfter(int spared, Runnable happening) {
        fault.set(new Fault(spared, 1, happening));
    }

    public void meanwhile(Runnable happening) {
        meanwhileAfter(0, happening);
    }

    public void none() {
        fault.set(Fault.NONE);
    }

    /** Whether everything that was asked for has happened. */
    public boolean areOver() {
        return fault.get().times() == 0;
    }

    void strike() {
        var current = fault.getAndUpdate(Fault::next);
        if (current.strikes()) {
            current.happening().run();
        }
    }
}
