package io.groundswell.mission;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Any zone of the tz database, any second of the years 2024 to 2034, and any constraints that break no rule. */
public final class MissionTimes extends DomainContextBase {
    private static final List<String> WORKDAYS =
            names(Stream.of(DayOfWeek.values()).limit(5));
    private static final List<String> WEEKDAYS = names(Stream.of(DayOfWeek.values()));

    @Provide
    Arbitrary<ZoneId> zones() {
        return zoneIds().map(ZoneId::of);
    }

    @Provide
    Arbitrary<Instant> instants() {
        var first = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond();
        var last = Instant.parse("2035-01-01T00:00:00Z").getEpochSecond();
        return Arbitraries.longs().between(first, last).map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<Constraints> constraints() {
        var days = Arbitraries.of(WEEKDAYS).list().uniqueElements().ofMaxSize(6);
        return Combinators.combine(
                        zoneIds(),
                        Arbitraries.of(Cadence.class),
                        Arbitraries.integers().between(1, 50).edgeCases(config -> config.includeOnly(1, 50)),
                        clockTimes().list().ofMaxSize(5),
                        days,
                        Arbitraries.of(true, false),
                        clockTimes().list().uniqueElements().ofSize(2).map(pair -> pair.stream()
                                .sorted()
                                .toList()),
                        Arbitraries.of(true, false))
                .as((zone, cadence, posts, times, excluded, optimal, window, windowed) -> new SomeConstraints()
                        .in(zone)
                        .cadence(cadence)
                        .postsPerDay(posts)
                        .at(times)
                        .without(excluded)
                        .optimal(optimal)
                        .between(windowed ? window.get(0) : null, windowed ? window.get(1) : null)
                        .build())
                .filter(made -> made.cadence() != Cadence.WEEKDAYS
                        || !made.excludeDays().containsAll(WORKDAYS));
    }

    private static Arbitrary<String> zoneIds() {
        return Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().toList());
    }

    private static Arbitrary<String> clockTimes() {
        return Arbitraries.integers().between(0, 24 * 60 - 1).map(minute -> "%02d:%02d"
                .formatted(minute / 60, minute % 60));
    }

    private static List<String> names(Stream<DayOfWeek> days) {
        return days.map(day -> day.name().toLowerCase(Locale.ROOT)).toList();
    }
}
