package io.groundswell.retention;

import io.groundswell.testing.Website.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** Retention as its definition reads, visit by visit. Each visit has a session of its own or none. */
public record PlainRetention(List<Visit> visits, String period, Instant now) {
    /** As {@code 2030-03-04 [3, 1]}. */
    public List<String> cohorts(int most, boolean byEvent) {
        Predicate<Visit> arrives = visit -> byEvent ? visit.event().equals("signup") : visit.session() != null;
        Predicate<Visit> returns = visit -> byEvent ? visit.event().equals("purchase") : visit.session() != null;
        var users = visits.stream()
                .filter(arrives)
                .map(Visit::user)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var cohorts = new ArrayList<String>();
        for (var age = most - 1; age >= 0; age--) {
            var from = begin(age);
            var arrived = users.stream()
                    .filter(user -> begin(first(user, arrives)).equals(from))
                    .toList();
            var retained = new ArrayList<Long>();
            retained.add((long) arrived.size());
            for (var later = age - 1; later >= 0; later--) {
                var then = begin(later);
                retained.add(arrived.stream()
                        .filter(user -> visits.stream()
                                .anyMatch(visit -> user.equals(visit.user())
                                        && returns.test(visit)
                                        && begin(day(visit)).equals(then)))
                        .count());
            }
            if (!arrived.isEmpty()) {
                cohorts.add(from + " " + retained);
            }
        }
        return cohorts;
    }

    private LocalDate first(String user, Predicate<Visit> arrives) {
        return visits.stream()
                .filter(visit -> user.equals(visit.user()) && arrives.test(visit))
                .map(PlainRetention::day)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    private static LocalDate day(Visit visit) {
        return visit.at().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private LocalDate begin(int periodsAgo) {
        var today = begin(now.atOffset(ZoneOffset.UTC).toLocalDate());
        return switch (period) {
            case "day" -> today.minusDays(periodsAgo);
            case "week" -> today.minusDays(7L * periodsAgo);
            default -> today.minusMonths(periodsAgo);
        };
    }

    private LocalDate begin(LocalDate day) {
        return switch (period) {
            case "day" -> day;
            case "week" -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
            default -> day.withDayOfMonth(1);
        };
    }
}
