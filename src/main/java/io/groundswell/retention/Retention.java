package io.groundswell.retention;

import io.groundswell.rollup.EventFigures;
import io.groundswell.rollup.SessionFigures;
import io.groundswell.rollup.Users;
import io.groundswell.site.AskedSite;
import io.groundswell.site.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Who of those who arrived on a site comes back. A user arrives once in all that is kept, so whoever was there before the
 * oldest cohort is in none.
 */
@ApplicationScoped
public class Retention {
    static final long MOST_USERS = 10_000;

    private final SessionFigures sessions;
    private final EventFigures events;

    Retention(SessionFigures sessions, EventFigures events) {
        this.sessions = sessions;
        this.events = events;
    }

    /** @param cohorts that have users, the oldest first */
    public record Answer(List<Cohort> cohorts) {
        public Answer {
            cohorts = List.copyOf(cohorts);
        }

        public long users() {
            return cohorts.stream().mapToLong(Cohort::users).sum();
        }

        /** By period, with three decimals, each over the cohorts that are old enough for it; the larger a cohort, the more it counts. */
        public List<Double> averageRates() {
            var rates = new ArrayList<Double>();
            var periods = cohorts.isEmpty() ? 0 : cohorts.get(0).retained().size();
            for (var period = 0; period < periods; period++) {
                var at = period;
                var old = cohorts.stream()
                        .filter(cohort -> cohort.retained().size() > at)
                        .toList();
                rates.add(Cohort.rate(
                        old.stream()
                                .mapToLong(cohort -> cohort.retained().get(at))
                                .sum(),
                        old.stream().mapToLong(Cohort::users).sum()));
            }
            return rates;
        }
    }

    public Answer of(AskedSite site, RetentionQuery query) {
        var period = query.period();
        var current = period.firstDay(site.today());
        var oldest = period.plus(current, 1 - query.cohorts());
        var arrivals = days(site, site.everything(), query.event());
        var returns = query.bySessions() || query.event().equals(query.returning())
                ? arrivals
                : days(site, site.since(oldest), query.returning());
        var arrived = arrived(arrivals, period, query.since().isAfter(oldest) ? query.since() : oldest, current);
        var there = byPeriod(returns.tailMap(oldest, true), period);
        var cohorts = new ArrayList<Cohort>();
        sample(arrived).forEach((from, users) -> {
            var retained = new ArrayList<>(List.of(users.count()));
            for (var at = 1; at <= period.until(from, current); at++) {
                retained.add(users.countIn(there.getOrDefault(period.plus(from, at), new Users())));
            }
            cohorts.add(new Cohort(from, users.count(), retained));
        });
        return new Answer(cohorts);
    }

    /** Who did it on which day. */
    private NavigableMap<LocalDate, Users> days(AskedSite site, Window window, String event) {
        var days = new TreeMap<LocalDate, Users>();
        if (event == null) {
            sessions.days(site, window).forEach(day -> days.put(day.date(), day.users()));
        } else {
            events.days(site, window, event).forEach(day -> days.put(day.from().toLocalDate(), day.users()));
        }
        return days;
    }

    /** Who was there for the first time, by period. */
    private static NavigableMap<LocalDate, Users> arrived(
            NavigableMap<LocalDate, Users> days, Period period, LocalDate since, LocalDate current) {
        var known = new Users();
        var fresh = new TreeMap<LocalDate, Users>();
        days.forEach((day, users) -> {
            var some = new Users();
            some.add(users);
            some.remove(known);
            known.add(users);
            // What is told may lie some minutes ahead.
            if (some.count() > 0
                    && !day.isBefore(since)
                    && !period.firstDay(day).isAfter(current)) {
                fresh.put(day, some);
            }
        });
        return byPeriod(fresh, period);
    }

    private static NavigableMap<LocalDate, Users> byPeriod(Map<LocalDate, Users> days, Period period) {
        var periods = new TreeMap<LocalDate, Users>();
        days.forEach((day, users) -> periods.computeIfAbsent(period.firstDay(day), first -> new Users())
                .add(users));
        return periods;
    }

    /** Of too many users some of each cohort, so that the cohorts keep their shares. */
    private static NavigableMap<LocalDate, Users> sample(NavigableMap<LocalDate, Users> cohorts) {
        var total = cohorts.values().stream().mapToLong(Users::count).sum();
        if (total <= MOST_USERS) {
            return cohorts;
        }
        var sampled = new TreeMap<LocalDate, Users>();
        var before = 0L;
        for (var cohort : cohorts.entrySet()) {
            var until = before + cohort.getValue().count();
            var most = until * MOST_USERS / total - before * MOST_USERS / total;
            if (most > 0) {
                sampled.put(cohort.getKey(), cohort.getValue().sample(most));
            }
            before = until;
        }
        return sampled;
    }
}
