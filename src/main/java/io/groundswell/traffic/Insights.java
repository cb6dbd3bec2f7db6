package io.groundswell.traffic;

import io.groundswell.rollup.EventFigures;
import io.groundswell.rollup.SessionFigures;
import io.groundswell.site.AskedSite;
import io.groundswell.site.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;

/** How a site does, beside how it did just before. */
@ApplicationScoped
public class Insights {
    private final EventFigures events;
    private final SessionFigures sessions;

    Insights(EventFigures events, SessionFigures sessions) {
        this.events = events;
        this.sessions = sessions;
    }

    /** @param to the last day */
    public record Period(LocalDate from, LocalDate to) {}

    /** @param duration of a session, in milliseconds */
    public record Answer(
            Period current,
            Period previous,
            Change events,
            Change users,
            Change sessions,
            Change bounceRate,
            Change duration,
            Trend trend) {}

    private record Figures(long events, long users, long sessions, BigDecimal bounceRate, long duration) {}

    /** @param days before today with which the current period begins; the previous one has as many, up to there */
    public Answer of(AskedSite site, int days) {
        var from = site.today().minusDays(days);
        var before = from.minusDays(days);
        var now = figures(site, site.since(from));
        var then = figures(site, site.between(before, from));
        var events = Change.of(now.events(), then.events());
        return new Answer(
                new Period(from, site.today()),
                new Period(before, from.minusDays(1)),
                events,
                Change.of(now.users(), then.users()),
                Change.of(now.sessions(), then.sessions()),
                new Change(now.bounceRate(), then.bounceRate()),
                Change.of(now.duration(), then.duration()),
                Trend.of(events));
    }

    private Figures figures(AskedSite site, Window window) {
        var sum = Sum.of(events.days(site, window));
        var tally = sessions.totals(site, window).tally();
        var averages = Averages.of(tally);
        return new Figures(sum.events(), sum.users(), tally.sessions(), averages.bounceRate(), averages.duration());
    }
}
