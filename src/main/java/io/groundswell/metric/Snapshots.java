package io.groundswell.metric;

import io.groundswell.account.OrganizationService;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Keeps samples, and with every write the days that they imply in the organization's zone. What comes of samples depends
 * on their instants alone, never on the order in which they arrive; of two with one instant the later written stays.
 */
@ApplicationScoped
public class Snapshots {
    /** Most samples in one call. */
    public static final int BATCH = 1_000;

    private final SampleStore store;
    private final OrganizationService organizations;
    private final Event<DaysChanged> changed;

    Snapshots(SampleStore store, OrganizationService organizations, Event<DaysChanged> changed) {
        this.store = store;
        this.organizations = organizations;
        this.changed = changed;
    }

    /** Whose days an organization's figures are counted by. */
    @Transactional
    public ZoneId zone(Owner owner) {
        return organizations.zone(owner);
    }

    /** Takes samples of one organization and mode, of any subjects and instants, all or none of them. */
    @Transactional
    public void record(Owner owner, List<Sample> samples) {
        if (samples.isEmpty()) {
            return;
        }
        if (samples.size() > BATCH) {
            throw new IllegalArgumentException("More than %d samples at once".formatted(BATCH));
        }
        var zone = zone(owner);
        var subjects = new HashSet<Subject>();
        samples.forEach(sample -> subjects.add(sample.subject()));
        store.add(owner, subjects, zone.getId());
        var held = store.hold(owner, subjects);
        var measured = samples.stream()
                .filter(sample -> held.containsKey(sample.subject()))
                .map(sample -> sample.with(
                        sample.counters().without(held.get(sample.subject()).told())))
                .toList();
        write(owner, measured, movedAway(held, zone), zone);
    }

    private void write(Owner owner, List<Sample> samples, Set<Subject> anew, ZoneId zone) {
        store.write(owner, lastOfEachInstant(samples));
        var changes = remake(owner, anew, zone);
        changes.addAll(refresh(owner, firstChanged(samples, anew, zone), zone));
        announce(owner, changes);
    }

    /** Once in a transaction: those who follow hold rows in an order that all writers share. */
    private void announce(Owner owner, List<DaysChanged.Change> changes) {
        if (!changes.isEmpty()) {
            changed.fire(new DaysChanged(owner, changes));
        }
    }

    /**
     * Takes what a caller tells of a thing that began with nothing. A counter that a caller has told once is told by
     * callers alone: two who count differently would add up to what nobody has counted. What was measured of it before is
     * forgotten. Of what is told for one instant, each counter's last value stays.
     */
    @Transactional
    public void tell(Owner owner, Sample told, Instant beginning) {
        var zone = zone(owner);
        var subject = told.subject();
        store.add(owner, List.of(subject), zone.getId());
        var held = store.hold(owner, List.of(subject));
        var anew = movedAway(held, zone);
        var fresh = new HashSet<>(told.counters().values().keySet());
        fresh.removeAll(held.get(subject).told());
        if (!fresh.isEmpty()) {
            store.take(owner, subject, fresh);
            anew.add(subject);
        }
        // As exact as the database.
        var start = beginning.truncatedTo(ChronoUnit.MICROS);
        var known = store.from(owner, Map.of(subject, start)).stream()
                .collect(Collectors.toMap(Sample::at, Sample::counters, (one, other) -> other));
        var begun = Counters.zero(fresh).orElse(known.getOrDefault(start, Counters.NONE));
        var now = told.counters().orElse(known.getOrDefault(told.at(), Counters.NONE));
        write(owner, List.of(new Sample(subject, start, begun), told.with(now)), anew, zone);
    }

    /**
     * Takes the first sample of a thing that begins with nothing, told for the counters given. Many things begin and each
     * begins once, so this asks the database once instead of looking for samples that cannot be there.
     */
    @Transactional
    public void begin(Owner owner, Subject subject, Instant at, Set<Counter> counters) {
        var first = new Sample(subject, at, Counters.zero(counters));
        var zone = zone(owner);
        if (!store.begin(owner, first, DailySeries.date(first, zone), zone.getId())) {
            record(owner, List.of(first));
        }
    }

    /** Makes the days of subjects anew whose organization has moved to another zone. */
    @Transactional
    void followZone(Owner owner, Collection<Subject> subjects) {
        var zone = zone(owner);
        announce(owner, remake(owner, movedAway(store.hold(owner, subjects), zone), zone));
    }

    private static Set<Subject> movedAway(Map<Subject, Held> held, ZoneId zone) {
        var moved = new HashSet<>(held.keySet());
        moved.removeIf(subject -> held.get(subject).zone().equals(zone.getId()));
        return moved;
    }

    private static Collection<Sample> lastOfEachInstant(List<Sample> samples) {
        var last = new LinkedHashMap<List<Object>, Sample>();
        samples.forEach(sample -> last.put(List.of(sample.subject(), sample.at()), sample));
        return last.values();
    }

    private static Map<Subject, LocalDate> firstChanged(List<Sample> samples, Set<Subject> remade, ZoneId zone) {
        var first = new HashMap<Subject, LocalDate>();
        samples.stream()
                .filter(sample -> !remade.contains(sample.subject()))
                .forEach(sample -> first.merge(
                        sample.subject(),
                        DailySeries.firstChanged(sample, zone),
                        (one, other) -> one.isBefore(other) ? one : other));
        return first;
    }

    private List<DaysChanged.Change> remake(Owner owner, Set<Subject> subjects, ZoneId zone) {
        var changes = new ArrayList<DaysChanged.Change>();
        if (!subjects.isEmpty()) {
            changes.addAll(store.clearDays(owner, subjects));
            var all = new HashMap<Subject, LocalDate>();
            // Before any sample, and a year that both we and the database can write.
            subjects.forEach(subject -> all.put(subject, LocalDate.ofYearDay(1000, 1)));
            changes.addAll(refresh(owner, all, zone));
        }
        return changes;
    }

    /**
     * Works out the days of each subject from one on, and what its samples from then on gained. The days before it stay: no
     * sample of theirs has changed.
     */
    private List<DaysChanged.Change> refresh(Owner owner, Map<Subject, LocalDate> first, ZoneId zone) {
        if (first.isEmpty()) {
            return List.of();
        }
        var starts = new HashMap<Subject, Instant>();
        first.forEach(
                (subject, day) -> starts.put(subject, day.atStartOfDay(zone).toInstant()));
        var samples = store.from(owner, starts);
        var levels = store.levelsBefore(owner, first);
        var series = new HashMap<Subject, SortedMap<LocalDate, Day>>();
        samples.stream()
                .collect(Collectors.groupingBy(Sample::subject))
                .forEach((subject, some) ->
                        series.put(subject, DailySeries.of(levels.getOrDefault(subject, Counters.NONE), some, zone)));
        store.writeGains(owner, Gain.of(samples, levels));
        return store.write(owner, series, zone.getId());
    }
}
