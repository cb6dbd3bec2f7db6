package io.groundswell.event;

import io.groundswell.database.DatabaseFaults;
import io.groundswell.shared.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
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
     * Never throws: whoever waits for a delivery learns what happened.
     *
     * @param hurry whether others wait to be written
     */
    void record(List<Delivery> deliveries, BooleanSupplier hurry) {
        try {
            var written = write(deliveries, hurry);
            if (written.onDisk()) {
                settle(deliveries, written.refused());
            } else {
                flusher.await(() -> settle(deliveries, written.refused()), failure -> fail(deliveries, failure));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(deliveries, e);
        } catch (RuntimeException | Error failure) {
            recover(deliveries, failure, hurry);
        }
    }

    private void recover(List<Delivery> deliveries, Throwable failure, BooleanSupplier hurry) {
        try {
            if (DatabaseFaults.passes(failure)) {
                fail(deliveries, failure);
            } else if (partitions.ensure(days(deliveries)) > 0) {
                record(deliveries, hurry);
            } else {
                isolate(deliveries, failure, hurry);
            }
        } catch (RuntimeException | Error again) {
            fail(deliveries, again);
        }
    }

    private static void fail(List<Delivery> deliveries, Throwable failure) {
        deliveries.forEach(delivery -> delivery.done().completeExceptionally(failure));
    }

    /** One that cannot be written must not take the others with it. */
    private void isolate(List<Delivery> deliveries, Throwable failure, BooleanSupplier hurry) {
        if (deliveries.size() == 1) {
            fail(deliveries, failure);
            return;
        }
        var middle = deliveries.size() / 2;
        record(deliveries.subList(0, middle), hurry);
        record(deliveries.subList(middle, deliveries.size()), hurry);
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

    private record Written(Map<Delivery, Refusal> refused, boolean onDisk) {}

    private Written write(List<Delivery> deliveries, BooleanSupplier hurry) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var refused = new IdentityHashMap<Delivery, Refusal>();
            var admitted = admission.of(deliveries, refused);
            var now = clock.instant();
            var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            automata.add(admitted, today);
            aliases.add(admitted, refused, today);
            var events = aliases.apply(news.among(admitted, now), admitted);
            table.add(events, today);
            sessions.add(events);
            var waits = !hurry.getAsBoolean();
            if (!waits) {
                flusher.doNotWait();
            }
            return new Written(refused, waits);
        });
    }

    private static Set<LocalDate> days(List<Delivery> deliveries) {
        return deliveries.stream()
                .flatMap(delivery -> delivery.events().stream())
                .map(event -> LocalDate.ofInstant(event.at(), ZoneOffset.UTC))
                .collect(Collectors.toSet());
    }
}
