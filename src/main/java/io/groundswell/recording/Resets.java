package io.groundswell.recording;

import io.groundswell.metric.Sample;
import io.groundswell.metric.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/**
 * Makes the first snapshot after each pause a reset, however often it is told and in whatever order others come: a late one that lies
 * before it takes its place. Things whose snapshots are told are held.
 */
@ApplicationScoped
class Resets {
    private final Pauses pauses;
    private final KeptStore kept;

    Resets(Pauses pauses, KeptStore kept) {
        this.pauses = pauses;
        this.kept = kept;
    }

    /** A pause whose first snapshot has changed. */
    record Former(Subject subject, Pause pause) {}

    /**
     * @param paused whose pause is not over yet
     * @param told gets what becomes of other snapshots, too
     * @param baselines that stay baselines, also when they are not told as such
     */
    void mark(
            Collection<Subject> paused,
            Map<Subject, Tracked> held,
            Map<Subject, SortedMap<Instant, Sample>> told,
            List<Sample> baselines) {
        var over = pauses.over(told.keySet().stream().map(Resets::id).toList());
        baselines.stream()
                .filter(sample -> !isOfPause(over.getOrDefault(id(sample.subject()), List.of()), sample.at()))
                .forEach(sample -> told.get(sample.subject()).compute(sample.at(), (at, one) -> reset(one)));
        var changes = new HashMap<UUID, List<Pause>>();
        var former = new ArrayList<Former>();
        var ended = new ArrayList<Subject>();
        told.forEach((subject, samples) -> {
            var now = new ArrayList<Pause>();
            for (var pause : over.getOrDefault(id(subject), List.of())) {
                var anew =
                        after(pause.after(), samples).filter(one -> !one.first().isAfter(pause.first()));
                anew.ifPresent(now::add);
                if (anew.isPresent() && !samples.containsKey(pause.first())) {
                    former.add(new Former(subject, pause));
                }
            }
            if (paused.contains(subject)) {
                var last = held.get(subject).lastAt();
                var ending = last == null ? Optional.<Pause>empty() : after(last, samples);
                ending.ifPresent(now::add);
                // The first of all sets nothing but a level anyway.
                if (last == null || ending.isPresent()) {
                    ended.add(subject);
                }
            }
            now.forEach(pause -> samples.compute(pause.first(), (at, sample) -> reset(sample)));
            changes.put(id(subject), now);
        });
        kept.firsts(former).forEach(sample -> told.get(sample.subject()).put(sample.at(), sample));
        pauses.save(changes);
        pauses.end(ended);
    }

    private static UUID id(Subject subject) {
        return UUID.fromString(subject.id());
    }

    private static boolean isOfPause(List<Pause> pauses, Instant at) {
        return pauses.stream().anyMatch(pause -> pause.first().equals(at) && !pause.told());
    }

    private static Sample reset(Sample sample) {
        return new Sample(sample.subject(), sample.at(), true, sample.counters());
    }

    /** A pause after this instant, as far as it is over by what is told. */
    private static Optional<Pause> after(Instant at, SortedMap<Instant, Sample> told) {
        return told.tailMap(at).values().stream()
                .dropWhile(sample -> sample.at().equals(at))
                .findFirst()
                .map(sample -> new Pause(at, sample.at(), sample.reset()));
    }
}
