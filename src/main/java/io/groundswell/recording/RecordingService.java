package io.groundswell.recording;

import io.groundswell.database.Chunks;
import io.groundswell.metric.Sample;
import io.groundswell.metric.Subject;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Records snapshots of videos and creators. What comes of them depends on their instants alone, never on the order in which they
 * arrive; of two with one instant the later written stays.
 */
@ApplicationScoped
public class RecordingService {
    /** Most snapshots of several things in one call. */
    public static final int MOST = 5_000;
    /** How many things with late snapshots are worked out at once: each may have a long history. */
    private static final int BATCH = 100;

    private final Recordable recordable;
    private final Pauses pauses;
    private final TrackedStore store;
    private final KeptStore kept;
    private final Resets resets;
    private final Reworking reworking;
    private final Event<FollowersTold> followers;

    RecordingService(
            Recordable recordable,
            Pauses pauses,
            TrackedStore store,
            KeptStore kept,
            Resets resets,
            Reworking reworking,
            Event<FollowersTold> followers) {
        this.recordable = recordable;
        this.pauses = pauses;
        this.store = store;
        this.kept = kept;
        this.resets = resets;
        this.reworking = reworking;
        this.followers = followers;
    }

    /** Takes snapshots of any instants, all or none of them. */
    @Transactional
    public void record(Owner owner, List<Sample> samples) {
        var found = recordable.require(owner, subjects(samples));
        recordable.keepPrograms(owner, Recordable.programs(found.values()));
        record(owner, samples, found, false);
    }

    /** The same, of things of one programme. */
    @Transactional
    public void record(Owner owner, UUID programId, List<Sample> samples) {
        record(owner, programId, samples, false);
    }

    /**
     * The same, but what is there stays as it is when it is told with the same counters, and a baseline stays one when it is told with
     * others.
     *
     * @return how many were not there
     */
    @Transactional
    public int fill(Owner owner, UUID programId, List<Sample> samples) {
        return record(owner, programId, samples, true);
    }

    private int record(Owner owner, UUID programId, List<Sample> samples, boolean fill) {
        recordable.keepPrograms(owner, Set.of(programId));
        var subjects = subjects(samples);
        var found = recordable.require(owner, subjects);
        found.values().removeIf(thing -> !thing.programId().equals(programId));
        Recordable.requireAll(subjects, found.keySet());
        return record(owner, samples, found, fill);
    }

    private static Set<Subject> subjects(List<Sample> samples) {
        return samples.stream().map(Sample::subject).collect(Collectors.toSet());
    }

    private int record(Owner owner, List<Sample> told, Map<Subject, Recordable.Found> found, boolean fill) {
        if (told.size() > MOST) {
            throw new IllegalArgumentException("More than %d snapshots at once".formatted(MOST));
        }
        var marked = found.entrySet().stream()
                .filter(entry -> entry.getValue().afterPause())
                .map(Map.Entry::getKey)
                .toList();
        var paused = pauses.hold(marked);
        var held = hold(found.keySet());
        Recordable.requireAll(found.keySet(), held.keySet());
        var missing = fill ? kept.missing(told) : new KeptStore.Missing(told, List.of());
        var samples = missing.samples();
        var bySubject = inOrderOfTime(samples);
        resets.mark(paused, held, bySubject, missing.baselines());
        write(held, bySubject);
        var followersTold = FollowersTold.of(owner, samples);
        if (!followersTold.since().isEmpty()) {
            followers.fire(followersTold);
        }
        return samples.size();
    }

    /** Holds what is recorded of, and the creators whose sums it adds to: videos before creators, as all writers do. */
    private Map<Subject, Tracked> hold(Set<Subject> subjects) {
        var videos = store.hold(ids(subjects, Subject.Kind.VIDEO)).values();
        var creators = ids(subjects, Subject.Kind.CREATOR);
        creators.addAll(Tracked.creators(videos));
        var held = new LinkedHashMap<Subject, Tracked>();
        videos.forEach(thing -> held.put(thing.subject(), thing));
        store.hold(creators).values().forEach(thing -> held.put(thing.subject(), thing));
        return held;
    }

    private static Set<UUID> ids(Set<Subject> subjects, Subject.Kind kind) {
        return Recordable.ids(subjects, kind).stream()
                .map(UUID::fromString)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Map<Subject, SortedMap<Instant, Sample>> inOrderOfTime(List<Sample> samples) {
        var sorted = new LinkedHashMap<Subject, SortedMap<Instant, Sample>>();
        samples.forEach(sample ->
                sorted.computeIfAbsent(sample.subject(), any -> new TreeMap<>()).put(sample.at(), sample));
        return sorted;
    }

    private void write(Map<Subject, Tracked> held, Map<Subject, SortedMap<Instant, Sample>> samples) {
        var latest = new ArrayList<Job>();
        var late = new ArrayList<Job>();
        // In the order in which they are held, which is that of their rows.
        held.forEach((subject, thing) -> {
            if (samples.containsKey(subject)) {
                var some = List.copyOf(samples.get(subject).values());
                (thing.endsBefore(some) ? latest : late).add(Job.recording(thing, some));
            }
        });
        var lastDays = store.lastDays(latest.stream().map(Job::thing).toList());
        var outcomes = latest.stream()
                .map(job -> Appending.of(job.thing(), lastDays.get(job.thing().id()), job.fresh()))
                .toList();
        DailyBound.require(outcomes);
        store.keep(outcomes);
        Chunks.of(late, BATCH).forEach(reworking::insert);
    }
}
