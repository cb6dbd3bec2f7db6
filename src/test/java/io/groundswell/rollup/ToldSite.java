package io.groundswell.rollup;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.groundswell.rollup.SessionFigures.By;
import io.groundswell.site.Window;
import io.groundswell.testing.Website.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was told about a site, counted in the plainest way. Answers are texts, to be compared. */
final class ToldSite {
    private static final Session NONE = new Session(null, Instant.EPOCH, Instant.EPOCH, null, null, 0, 0);

    private final List<Visit> events = new ArrayList<>();
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    private record Session(
            String user, Instant start, Instant end, String entry, String exit, long events, long active) {
        static Session of(Visit visit) {
            var page = visit.property("path") instanceof String path ? path : (String) visit.property("url");
            return new Session(
                    visit.user(),
                    visit.at(),
                    visit.at(),
                    page,
                    page,
                    1,
                    visit.event().equals("page_view") ? 0 : 1);
        }

        Session and(Session later) {
            return new Session(
                    user == null ? later.user : user,
                    later.start.isBefore(start) ? later.start : start,
                    later.end.isBefore(end) ? end : later.end,
                    later.start.isBefore(start) ? later.entry : entry,
                    later.end.isBefore(end) ? exit : later.exit,
                    events + later.events,
                    active + later.active);
        }

        Session ofUser(String other) {
            return new Session(other, start, end, entry, exit, events, active);
        }

        LocalDate day() {
            return LocalDate.ofInstant(start, ZoneOffset.UTC);
        }

        String value(By by) {
            return switch (by) {
                case ENTRY_PAGE -> entry;
                case EXIT_PAGE -> exit;
                case LENGTH -> length(Duration.between(start, end).toMillis());
            };
        }

        private static String length(long millis) {
            return millis == 0
                    ? "0s"
                    : millis < 10_000
                            ? "1-10s"
                            : millis < 30_000
                                    ? "10-30s"
                                    : millis < 60_000
                                            ? "30-60s"
                                            : millis < 180_000 ? "1-3m" : millis < 600_000 ? "3-10m" : "10m+";
        }
    }

    /** In the order in which they came. */
    void tell(Collection<Visit> visits) {
        events.addAll(visits);
        visits.stream()
                .filter(visit -> visit.session() != null)
                .forEach(visit -> sessions.merge(visit.session(), Session.of(visit), Session::and));
    }

    void move(String from, String to) {
        events.replaceAll(visit -> from.equals(visit.user())
                ? new Visit(visit.event(), to, visit.session(), visit.at(), visit.properties())
                : visit);
        sessions.replaceAll((id, session) -> from.equals(session.user()) ? session.ofUser(to) : session);
    }

    /** Sessions are what is left of them. */
    void forget(String user) {
        Predicate<Visit> isTheirs = visit -> user.equals(visit.user());
        sessions.replaceAll((id, session) -> {
            var gone = events(id, session).filter(isTheirs).count();
            return gone == 0
                    ? session
                    : events(id, session)
                            .filter(isTheirs.negate())
                            .map(Session::of)
                            .reduce(Session::and)
                            // After what came first was dropped, a session begins anew and counts what comes from then
                            // on.
                            .filter(rest -> session.events() > gone)
                            .orElse(NONE);
        });
        sessions.values().removeIf(NONE::equals);
        events.removeIf(isTheirs);
    }

    private Stream<Visit> events(String id, Session session) {
        return events.stream()
                .filter(visit -> id.equals(visit.session())
                        && !visit.at().isBefore(session.start())
                        && !visit.at().isAfter(session.end()));
    }

    void dropBefore(LocalDate day) {
        events.removeIf(visit -> time(visit).toLocalDate().isBefore(day));
        sessions.values().removeIf(session -> session.day().isBefore(day));
    }

    private static LocalDateTime time(Visit visit) {
        return LocalDateTime.ofInstant(visit.at(), ZoneOffset.UTC);
    }

    private static boolean isIn(LocalDate day, Window window) {
        return !day.isBefore(window.from()) && day.isBefore(window.until());
    }

    private Stream<Visit> events(Window window, String name) {
        return events.stream()
                .filter(visit -> isIn(time(visit).toLocalDate(), window))
                .filter(visit -> name == null || visit.event().equals(name));
    }

    List<String> stretches(Window window, Function<LocalDateTime, LocalDateTime> stretch) {
        var stretches = new TreeMap<>(events(window, null).collect(groupingBy(visit -> stretch.apply(time(visit)))));
        var before = new ArrayList<Set<String>>();
        var answer = new ArrayList<String>();
        stretches.forEach((from, there) -> {
            var users = users(there.stream().map(Visit::user));
            var again = before.isEmpty() ? Set.<String>of() : before.get(before.size() - 1);
            answer.add("%s %d %d %d"
                    .formatted(
                            from,
                            there.size(),
                            users.size(),
                            users.stream().filter(again::contains).count()));
            before.add(users);
        });
        answer.add("all " + before.stream().flatMap(Set::stream).distinct().count());
        return answer;
    }

    private static Set<String> users(Stream<String> users) {
        return users.filter(Objects::nonNull).collect(Collectors.toSet());
    }

    List<String> ranking(Window window, String event, int most, Function<Visit, String> value) {
        var byValue = events(window, event)
                .filter(visit -> value.apply(visit) != null)
                .collect(groupingBy(value));
        return Stream.concat(
                        Stream.of("all "
                                + byValue.values().stream().mapToInt(List::size).sum()),
                        byValue.entrySet().stream()
                                .sorted(Comparator.<Map.Entry<String, List<Visit>>>comparingInt(
                                                one -> -one.getValue().size())
                                        .thenComparing(Map.Entry::getKey))
                                .limit(most)
                                .map(one -> "%s %d %d %s %s"
                                        .formatted(
                                                one.getKey(),
                                                one.getValue().size(),
                                                users(one.getValue().stream().map(Visit::user))
                                                        .size(),
                                                days(one.getValue())
                                                        .min(Comparator.naturalOrder())
                                                        .orElseThrow(),
                                                days(one.getValue())
                                                        .max(Comparator.naturalOrder())
                                                        .orElseThrow())))
                .toList();
    }

    private static Stream<LocalDate> days(List<Visit> visits) {
        return visits.stream().map(visit -> time(visit).toLocalDate());
    }

    long count(Window window, String event) {
        return events(window, event).collect(counting());
    }

    private List<Session> sessions(Window window) {
        return sessions.values().stream()
                .filter(session -> isIn(session.day(), window))
                .toList();
    }

    String totals(Window window) {
        return tally(sessions(window)) + " "
                + users(sessions(window).stream().map(Session::user)).size();
    }

    private static String tally(List<Session> sessions) {
        return "%d %d %d %d"
                .formatted(
                        sessions.size(),
                        sessions.stream()
                                .filter(session -> session.active() == 0)
                                .count(),
                        sessions.stream()
                                .mapToLong(session -> Duration.between(session.start(), session.end())
                                        .toMillis())
                                .sum(),
                        sessions.stream().mapToLong(Session::events).sum());
    }

    List<String> groups(Window window, By by, int most) {
        return sessions(window).stream()
                .filter(session -> session.value(by) != null)
                .collect(groupingBy(session -> session.value(by)))
                .entrySet()
                .stream()
                .sorted(Comparator.<Map.Entry<String, List<Session>>>comparingInt(
                                one -> -one.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .limit(most)
                .map(one -> one.getKey() + " " + tally(one.getValue()))
                .toList();
    }

    List<String> sessionDays(Window window) {
        return new TreeMap<>(sessions(window).stream()
                        .filter(session -> session.user() != null)
                        .collect(groupingBy(Session::day)))
                .entrySet().stream()
                        .map(one -> one.getKey() + " "
                                + users(one.getValue().stream().map(Session::user))
                                        .size())
                        .toList();
    }
}
