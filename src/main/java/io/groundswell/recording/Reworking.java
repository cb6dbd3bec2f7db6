package io.groundswell.recording;

import io.groundswell.database.Chunks;
import io.groundswell.metric.Counters;
import io.groundswell.metric.DailySeries;
import io.groundswell.metric.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/** Works out days of things that are held anew, from the snapshots that are kept and some that come in between. */
@ApplicationScoped
class Reworking {
    /** Of things that are worked out together, for they are in memory at once; a thing with more is worked out by itself. */
    static final int MOST_SNAPSHOTS = 50_000;

    private final KeptStore kept;
    private final TrackedStore store;

    Reworking(KeptStore kept, TrackedStore store) {
        this.kept = kept;
        this.store = store;
    }

    /**
     * Takes snapshots some of which are not the latest. Each changes what is known up to the next one that tells the same
     * counters, however long ago it was, so that no more than that is read.
     */
    void insert(List<Job> late) {
        var things = new ArrayList<Tracked>();
        var samples = new ArrayList<Sample>();
        for (var job : late) {
            for (var sample : job.fresh()) {
                things.add(job.thing());
                samples.add(sample);
            }
        }
        var next = kept.next(things, samples).iterator();
        var jobs = late.stream()
                .map(job -> job.with(job.fresh().stream()
                        .map(sample -> Stretch.around(job.thing(), sample, next.next()))
                        .toList()))
                .toList();
        var counts = kept.counts(stretches(jobs), MOST_SNAPSHOTS).iterator();
        var weights = new HashMap<UUID, Long>();
        jobs.forEach(
                job -> job.stretches().forEach(any -> weights.merge(job.thing().id(), counts.next(), Long::sum)));
        Chunks.of(jobs, job -> weights.get(job.thing().id()), MOST_SNAPSHOTS)
                .forEach(some -> rework(some, DailyBound::require));
    }

    private static List<Stretch> stretches(List<Job> jobs) {
        return jobs.stream().flatMap(job -> job.stretches().stream()).toList();
    }

    /** Takes no snapshots: what days come to is as it is. */
    void rework(List<Job> jobs) {
        rework(jobs, outcomes -> {});
    }

    private void rework(List<Job> jobs, Consumer<List<Outcome>> bound) {
        if (jobs.isEmpty()) {
            return;
        }
        var stretches = stretches(jobs);
        var parts = kept.in(stretches).iterator();
        var was = store.takeDays(stretches);
        var outcomes = new ArrayList<Outcome>();
        var begun = new ArrayList<UUID>();
        for (var job : jobs) {
            var work = new Work(job);
            job.stretches().forEach(stretch -> work.add(stretch, parts.next()));
            outcomes.add(work.outcome(was.getOrDefault(job.thing().id(), Map.of())));
            if (work.beginsAnew()) {
                begun.add(job.thing().id());
            }
        }
        bound.accept(outcomes);
        store.keep(outcomes);
        store.lookAgain(begun);
    }

    private static final class Work {
        private final Tracked thing;
        private final List<Sample> fresh;
        /** What was known before the first snapshot that is looked at. */
        private Counters before;

        private final List<KeptSample> snapshots = new ArrayList<>();
        private final SortedMap<LocalDate, TrackedDay> days = new TreeMap<>();
        private Counters level;
        private Instant lastAt;
        private LocalDate lastDay;

        private Instant start;

        Work(Job job) {
            this.thing = job.thing();
            this.fresh = job.fresh();
            this.level = thing.level();
            this.lastAt = thing.lastAt();
            this.lastDay = thing.lastDay();
        }

        void add(Stretch stretch, KeptStore.Part part) {
            if (start == null) {
                start = stretch.start();
                before = part.before();
            }
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

        /** Whether snapshots may now begin at other instants than before: the first one, the first comparison, any counter. */
        boolean beginsAnew() {
            return thing.comparedAt() == null
                    || !start.isAfter(thing.comparedAt())
                    || !before.values().keySet().containsAll(level.values().keySet());
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
