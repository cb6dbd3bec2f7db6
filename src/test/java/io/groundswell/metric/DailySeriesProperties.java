package io.groundswell.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a day comes to depends on the samples' instants alone, and is what the slow reference says. */
class DailySeriesProperties {

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(Histories.ZONES);
    }

    @Provide
    Arbitrary<List<Sample>> arrivals() {
        return Arbitraries.randomValue(random -> Histories.arriving(random, Histories.POST));
    }

    @Property
    void all_at_once_is_what_the_reference_says(
            @ForAll("arrivals") List<Sample> arrivals, @ForAll("zones") ZoneId zone) {
        var sorted = new TreeMap<Instant, Sample>();
        arrivals.forEach(sample -> sorted.put(sample.at(), sample));

        var days = DailySeries.of(Counters.NONE, List.copyOf(sorted.values()), zone);

        assertThat(days).isEqualTo(new SlowSeries(arrivals, zone).days());
    }

    @Property(tries = 3_000)
    void one_by_one_is_what_the_reference_says(
            @ForAll("arrivals") List<Sample> arrivals, @ForAll("zones") ZoneId zone) {
        var kept = new TreeMap<Instant, Sample>();
        var days = new TreeMap<LocalDate, Day>();
        for (var sample : arrivals) {
            kept.put(sample.at(), sample);
            refresh(kept, days, DailySeries.firstChanged(sample, zone), zone);
        }
        assertThat(days).isEqualTo(new SlowSeries(arrivals, zone).days());
    }

    /** As the database is kept: only the days from the first changed one on are worked out. */
    private static void refresh(
            TreeMap<Instant, Sample> kept, TreeMap<LocalDate, Day> days, LocalDate first, ZoneId zone) {
        var before = days.lowerEntry(first);
        var level = before == null ? Counters.NONE : before.getValue().level();
        var later = kept.tailMap(first.atStartOfDay(zone).toInstant()).values();
        days.putAll(DailySeries.of(level, List.copyOf(later), zone));
    }

    @Property
    void the_order_of_arrival_does_not_matter(
            @ForAll("arrivals") List<Sample> arrivals, @ForAll("zones") ZoneId zone, @ForAll long seed) {
        // Given each instant once, since of two with one instant the later arrival is meant to stay
        var seen = new HashSet<Instant>();
        var distinct = new ArrayList<>(
                arrivals.stream().filter(sample -> seen.add(sample.at())).toList());
        var shuffled = new ArrayList<>(distinct);
        Collections.shuffle(shuffled, new Random(seed));
        // Then
        assertThat(oneByOne(shuffled, zone)).isEqualTo(oneByOne(distinct, zone));
    }

    private static TreeMap<LocalDate, Day> oneByOne(List<Sample> arrivals, ZoneId zone) {
        var kept = new TreeMap<Instant, Sample>();
        var days = new TreeMap<LocalDate, Day>();
        arrivals.forEach(sample -> {
            kept.put(sample.at(), sample);
            refresh(kept, days, DailySeries.firstChanged(sample, zone), zone);
        });
        return days;
    }
}
