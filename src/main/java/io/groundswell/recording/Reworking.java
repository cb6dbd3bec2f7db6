package io.groundswell.recording;

import io.groundswell.metric.Counters;
import io.groundswell.metric.DailySeries;
import io.groundswell.metric.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Works out days of things that are held anew, from the snapshots that are kept and some that come in between. */
@ApplicationScoped
class Reworking {
    private final KeptStore kept;
    private final TrackedStore store;

    Reworking(KeptStore kept, TrackedStore store) {
        this.kept = kept;
        this.store = store;
    }

    /**
     * Takes snapshots some of which are not the latest. Each changes what is known up to the next one that tells the same
     * counters, however long ago it was, so that no more than that is read.
     *
     * @param late of each thing in order of time
     */
    void insert(Map<Tracked, List<Sample>> late) {
        var things = new ArrayList<Tracked>();
        var samples = new ArrayList<Sample>();
        late.forEach((thing, some) -> some.forEach(sample -> {
            things.add(thing);
            samples.add(sample);
        }));
        var next = kept.next(things, samples);
        var around = new HashMap<Tracked, List<Stretch>>();
        for (var index = 0; index < samples.size(); index++) {
            around.computeIfAbsent(things.get(index), any -> new ArrayList<>())
                    .add(Stretch.around(things.get(index), samples.get(index), next.get(index)));
        }
        around.replaceAll((thing, stretches) -> Stretch.joined(stretches));
        rework(around, late);
    }

    /** @param stretches of each thing in order of time, none of which meet */
    void rework(Map<Tracked, List<Stretch>> stretches, Map<Tracked, List<Sample>> fresh) {
        if (stretches.isEmpty()) {
            return;
        }
        var all = stretches.values().stream().flatMap(List::stream).toList();
        var parts = new HashMap<Stretch, KeptStore.Part>();
        var read = kept.in(all);
        for (var index = 0; index < all.size(); index++) {
            parts.put(all.get(index), read.get(index));
        }
        var was = store.takeDays(all);
        var outcomes = new ArrayList<Outcome>();
        stretches.forEach((thing, some) -> {
            var work = new Work(thing, fresh.getOrDefault(thing, List.of()));
            some.forEach(stretch -> work.add(stretch, parts.get(stretch)));
            outcomes.add(work.outcome(was.getOrDefault(thing.id(), Map.of())));
        });
        store.keep(outcomes);
        store.lookAgain(ids(stretches.keySet()));
    }

    private static List<UUID> ids(Collection<Tracked> things) {
        return things.stream().map(Tracked::id).toList();
    }

    private static final class Work {
        private final Tracked thing;
        private final List<Sample> fresh;
        private final List<KeptSample> snapshots = new ArrayList<>();
        private final SortedMap<LocalDate, TrackedDay> days = new TreeMap<>();
        private Counters level;
        private Instant lastAt;
        private LocalDate lastDay;

        Work(Tracked thing, List<Sample> fresh) {
            this.thing = thing;
            this.fresh = fresh;
            this.level = thing.level();
            this.lastAt = thing.lastAt();
            this.lastDay = thing.lastDay();
        }

        void add(Stretch stretch, KeptStore.Part part) {
            var known = new HashMap<Instant, KeptSample>();
            var samples = new TreeMap<Instant, Sample>();
            part.samples().forEach(one -> {
                known.put(one.sample().at(), one);
                samples.put(one.sample().at(), one.sample());
            });
            fresh.stream().filter(stretch::holds).forEach(sample -> samples.put(sample.at(), sample));
            var now = part.before();
            for (var sample : samples.values()) {
                now = sample.counters().orElse(now);
                var one = new KeptSample(sample, now);
                if (!one.equals(known.get(sample.at()))) {
                    snapshots.add(one);
                }
            }
            var some = TrackedDay.of(
                    DailySeries.of(part.before(), List.copyOf(samples.values()), thing.zone()), part.before());
            days.putAll(some);
            if (samples.isEmpty()) {
                return;
            }
            if (stretch.after().equals(Columns.NEVER)) {
                level = now;
                lastAt = samples.lastKey();
                lastDay = some.lastKey();
            } else if (some.lastKey().isAfter(lastDay)) {
                lastDay = some.lastKey();
            }
        }

        Outcome outcome(Map<LocalDate, TrackedDay> was) {
            var now = new Tracked(
                    thing.id(),
                    thing.kind(),
                    thing.zone(),
                    thing.countsFor(),
                    thing.firstAt(),
                    lastAt,
                    thing.comparedAt(),
                    lastDay,
                    level);
            return new Outcome(now, Counters.NONE, snapshots, was, days);
        }
    }
}
