package io.groundswell.file;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.Dependent;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Places on one instance for files that are read as they come. An organization that has none is given that of a file that comes slowly
 * when all are taken: what is slow keeps its place only as long as nobody needs it.
 */
@Dependent
public class FilePlaces {
    static final int MOST = 4;
    static final int MOST_OF_ONE = 2;
    /** Bytes for which a file is waited another second. */
    static final int BRISK = 65_536;
    /** How long in all a file is waited for before it is slow. */
    static final Duration ALLOWANCE = Duration.ofMinutes(1);

    static final Duration AGAIN = Duration.ofSeconds(10);
    static final Duration TO_END = Duration.ofSeconds(5);

    private final Clock clock;
    /** Some longer than a file is waited for that does not come at all. */
    private final Duration handOver;

    private final List<FilePlace> taken = new ArrayList<>();
    /** Who gets a place that is given up, those first who wait longest. */
    private final Map<FilePlace, FilePlace> heirs = new LinkedHashMap<>();

    FilePlaces(Clock clock, @ConfigProperty(name = "groundswell.wire.body-time") Duration bodyTime) {
        this.clock = clock;
        this.handOver = bodyTime.plus(TO_END);
    }

    /** Waits for a place that becomes free. Whoever enters must close. */
    public synchronized FilePlace enter(String organizationId, ErrorCode full) {
        var place = new FilePlace(this, organizationId, new Patience(ALLOWANCE, BRISK, this::nanos));
        var own = own(organizationId);
        if (taken.size() < MOST && own < MOST_OF_ONE) {
            taken.add(place);
            return place;
        }
        var slow = own == 0 ? slowest() : Optional.<FilePlace>empty();
        if (slow.isEmpty() || !takeOver(slow.get(), place)) {
            throw Refusal.later(
                    full,
                    AGAIN,
                    "%d files are read at once, %d of one organization, not more. Try again in some seconds",
                    MOST,
                    MOST_OF_ONE);
        }
        return place;
    }

    private long nanos() {
        return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    /** Those included that it waits for. */
    private long own(String organizationId) {
        return taken.stream().filter(one -> isOf(organizationId, one)).count()
                + heirs.values().stream()
                        .filter(one -> isOf(organizationId, one))
                        .count();
    }

    private static boolean isOf(String organizationId, FilePlace place) {
        return place.organizationId().equals(organizationId);
    }

    /** Of those who have most. */
    private Optional<FilePlace> slowest() {
        return taken.stream()
                .filter(one -> !heirs.containsKey(one) && one.leftMillis() <= 0)
                .min(Comparator.<FilePlace>comparingLong(one -> -own(one.organizationId()))
                        .thenComparingLong(FilePlace::leftMillis));
    }

    private boolean takeOver(FilePlace slow, FilePlace place) {
        slow.want();
        heirs.put(slow, place);
        try {
            var end = System.nanoTime() + handOver.toNanos();
            for (var left = handOver.toNanos(); left > 0 && !taken.contains(place); left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (heirs.remove(slow, place)) {
                slow.keep();
            }
        }
        return taken.contains(place);
    }

    synchronized void leave(FilePlace place) {
        taken.remove(place);
        var promised = heirs.containsKey(place)
                ? Optional.of(place)
                : heirs.keySet().stream().findFirst();
        promised.ifPresent(slow -> {
            slow.keep();
            taken.add(heirs.remove(slow));
            notifyAll();
        });
    }
}
