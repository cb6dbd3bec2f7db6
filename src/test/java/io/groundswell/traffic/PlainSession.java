package io.groundswell.traffic;

import static java.util.stream.Collectors.groupingBy;

import io.groundswell.testing.Website.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A session as whoever reads the list of its visits sees it. */
public record PlainSession(List<Visit> visits) {
    private static final Set<String> PASSIVE = Set.of(
            "page_view", "$impression", "$scroll_depth", "$error", "$time_on_page", "$performance", "$web_vitals");

    /** Those that begin on this day or later. */
    public static List<PlainSession> since(LocalDate day, List<Visit> told) {
        return told.stream()
                .filter(visit -> visit.session() != null)
                .collect(groupingBy(Visit::session, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(PlainSession::new)
                .filter(session -> !session.day().isBefore(day))
                .toList();
    }

    public Instant start() {
        return visits.stream().map(Visit::at).min(Comparator.naturalOrder()).orElseThrow();
    }

    LocalDate day() {
        return start().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    public long duration() {
        var end = visits.stream().map(Visit::at).max(Comparator.naturalOrder()).orElseThrow();
        return Duration.between(start(), end).toMillis();
    }

    public boolean isBounce() {
        return visits.stream().map(Visit::event).allMatch(PASSIVE::contains);
    }

    public String user() {
        return visits.stream()
                .map(Visit::user)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    public Object entryPage() {
        return visits.stream()
                .min(Comparator.comparing(Visit::at))
                .orElseThrow()
                .property("path");
    }

    public Object exitPage() {
        return visits.stream()
                .reduce((one, other) -> other.at().isBefore(one.at()) ? one : other)
                .orElseThrow()
                .property("path");
    }

    public static long bounces(List<PlainSession> sessions) {
        return sessions.stream().filter(PlainSession::isBounce).count();
    }

    static double averageDuration(List<PlainSession> sessions) {
        return sessions.stream().mapToLong(PlainSession::duration).average().orElse(0);
    }

    static double averageEvents(List<PlainSession> sessions) {
        return sessions.stream()
                .mapToInt(session -> session.visits().size())
                .average()
                .orElse(0);
    }
}
