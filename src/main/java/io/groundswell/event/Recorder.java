package io.groundswell.event;

import io.groundswell.database.DatabaseFaults;
import io.groundswell.shared.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Writes a batch of deliveries in one transaction, and then tells each how it went. */
@ApplicationScoped
class Recorder {
    private final Admission admission;
    private final NewEvents news;
    private final EventTable table;
    private final SessionTable sessions;
    private final AutomatonTally automata;
    private final Aliases aliases;
    private final Partitions partitions;
    private final Flusher flusher;
    private final Clock clock;

    Recorder(
            Admission admission,
            NewEvents news,
            EventTable table,
            SessionTable sessions,
            AutomatonTally automata,
            Aliases aliases,
            Partitions partitions,
            Flusher flusher,
            Clock clock) {
        this.admission = admission;
        this.news = news;
        this.table = table;
        this.sessions = sessions;
        this.automata = automata;
        this.aliases = aliases;
        this.partitions = partitions;
        this.flusher = flusher;
        this.clock = clock;
    }

    /**
     * @param hurry whether others wait to be written
     * @param putAside gets the deliveries to sites that somebody else holds, with which nothing is done; null to wait for these sites
     */
    record Way(BooleanSupplier hurry, Consumer<Delivery> putAside) {}

    /** Never throws: whoever waits for a delivery learns what happened. */
    void record(List<Delivery> deliveries, Way way) {
        record(deliveries, way, true);
    }

    /** @param mayLackWeek false once the weeks of their days were made */
    private void record(List<Delivery> deliveries, Way way, boolean mayLackWeek) {
        try {
            var written = write(deliveries, way);
            written.putAside().forEach(delivery -> way.putAside().accept(delivery));
            var rest = without(deliveries, written.putAside());
            if (written.process() == null) {
                settle(rest, written.refused());
            } else {
                flusher.await(written.process(), () -> settle(rest, written.refused()), failure -> fail(rest, failure));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(deliveries, e);
        } catch (RuntimeException | Error failure) {
            recover(deliveries, failure, way, mayLackWeek);
        }
    }

    private void recover(List<Delivery> deliveries, Throwable failure, Way way, boolean mayLackWeek) {
        try {
            if (DatabaseFaults.passes(failure)) {
                fail(deliveries, failure);
            } else if (mayLackWeek && hasWeeksNow(deliveries, failure)) {
                record(deliveries, way, false);
            } else {
                isolate(deliveries, failure, way);
            }
        } catch (RuntimeException | Error again) {
            fail(deliveries, again);
        }
    }

    /** Somebody else may have made the one that was lacking. */
    private boolean hasWeeksNow(List<Delivery> deliveries, Throwable failure) {
        return partitions.ensure(days(deliveries)) > 0 || DatabaseFaults.fitsNowhere(failure);
    }

    private static void fail(List<Delivery> deliveries, Throwable failure) {
        deliveries.forEach(delivery -> delivery.done().completeExceptionally(failure));
    }

    /** One that cannot be written must not take the others with it. */
    private void isolate(List<Delivery> deliveries, Throwable failure, Way way) {
        if (deliveries.size() == 1) {
            fail(deliveries, failure);
            return;
        }
        var middle = deliveries.size() / 2;
        record(deliveries.subList(0, middle), way);
        record(deliveries.subList(middle, deliveries.size()), way);
    }

    private static void settle(List<Delivery> deliveries, Map<Delivery, Refusal> refused) {
        for (var delivery : deliveries) {
            var refusal = refused.get(delivery);
            if (refusal == null) {
                delivery.done().complete(null);
            } else {
                delivery.done().completeExceptionally(refusal);
            }
        }
    }

    private static List<Delivery> without(List<Delivery> deliveries, List<Delivery> some) {
        if (some.isEmpty()) {
            return deliveries;
        }
        var others = Collections.<Delivery>newSetFromMap(new IdentityHashMap<>());
        others.addAll(some);
        return deliveries.stream()
                .filter(delivery -> !others.contains(delivery))
                .toList();
    }

    /** @param process of the database that has not waited until it is on disk; null when that is so */
    private record Written(Map<Delivery, Refusal> refused, List<Delivery> putAside, String process) {}

    private Written write(List<Delivery> deliveries, Way way) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var refused = new IdentityHashMap<Delivery, Refusal>();
            var putAside = new ArrayList<Delivery>();
            var admitted = way.putAside() == null
                    ? admission.of(deliveries, refused)
                    : admission.ofFree(deliveries, refused, putAside);
            var now = clock.instant();
            var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            automata.add(admitted, today);
            aliases.add(admitted, refused, today);
            var events = aliases.apply(news.among(admitted, now), admitted);
            table.add(events, today);
            sessions.add(events);
            var process = way.hurry().getAsBoolean() ? flusher.doNotWait() : null;
            return new Written(refused, putAside, process);
        });
    }

    private static Set<LocalDate> days(List<Delivery> deliveries) {
        return deliveries.stream()
                .flatMap(delivery -> delivery.events().stream())
                .map(event -> LocalDate.ofInstant(event.at(), ZoneOffset.UTC))
                .collect(Collectors.toSet());
    }
}
