package io.groundswell.traffic;

import io.groundswell.testing.Website.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** What many visitors do, and plain counts of it. */
final class Traffic {
    private static final List<String> NAMES = List.of("page_view", "page_view", "page_view", "$scroll_depth", "signup");

    private Traffic() {}

    /**
     * Sessions of one to six events, some at the same instant, some told out of order; visitors who come again, visitors who
     * are not known, events without a session.
     */
    static List<Visit> random(long seed, Instant now, int days) {
        var random = new Random(seed);
        var visits = new ArrayList<Visit>();
        for (var session = 0; session < 80; session++) {
            var begin = now.minusSeconds(random.nextInt(days * 86_400)).minusSeconds(900);
            var user = random.nextInt(5) == 0 ? null : "u" + random.nextInt(9);
            var id = random.nextInt(10) == 0 ? null : "s" + session;
            var step = List.of(0, 1, 5_000, 15_000, 60_000, 150_000).get(random.nextInt(6));
            for (var event = random.nextInt(6); event >= 0; event--) {
                var properties = new HashMap<String, Object>();
                if (random.nextInt(5) > 0) {
                    properties.put("path", "/" + random.nextInt(4));
                }
                if (random.nextInt(3) > 0) {
                    properties.put("plan", List.of("free", "pro", 7, true).get(random.nextInt(4)));
                }
                visits.add(new Visit(
                        NAMES.get(random.nextInt(NAMES.size())),
                        user,
                        id,
                        begin.plusMillis((long) random.nextInt(6) * step),
                        properties));
            }
        }
        return visits;
    }

    static LocalDate day(Visit visit) {
        return visit.at().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    static List<Visit> between(LocalDate from, LocalDate until, List<Visit> visits) {
        return visits.stream()
                .filter(visit -> !day(visit).isBefore(from) && day(visit).isBefore(until))
                .toList();
    }

    static int users(List<Visit> visits) {
        return (int) visits.stream()
                .map(Visit::user)
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }
}
