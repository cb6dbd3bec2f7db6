package io.groundswell.traffic;

import io.groundswell.rollup.Dimension;
import io.groundswell.rollup.EventFigures;
import io.groundswell.rollup.Ranking.Ranked;
import io.groundswell.rollup.SessionFigures;
import io.groundswell.site.AskedSite;
import io.groundswell.site.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;

/** How much happens on a site, and who comes. */
@ApplicationScoped
public class Stats {
    private static final int MOST_NAMES = 20;

    private final EventFigures events;
    private final SessionFigures sessions;

    Stats(EventFigures events, SessionFigures sessions) {
        this.events = events;
        this.sessions = sessions;
    }

    /** @param from when it begins, in UTC */
    public record Part(LocalDateTime from, long events, long users) {}

    /** @param perUser how many sessions, of those who are known */
    public record Sessions(long count, Averages averages, BigDecimal perUser) {}

    /**
     * @param parts in which something happened, oldest first
     * @param names of the most frequent events
     */
    public record Answer(long events, long users, List<Part> parts, List<Ranked> names, Sessions sessions) {}

    public Answer of(AskedSite site, Window window, Grouping grouping) {
        var stretches = grouping == Grouping.HOUR ? events.hours(site, window) : events.days(site, window);
        var all = Sum.of(stretches);
        return new Answer(
                all.events(),
                all.users(),
                Sum.by(grouping::begin, stretches).entrySet().stream()
                        .map(part -> new Part(
                                part.getKey(),
                                part.getValue().events(),
                                part.getValue().users()))
                        .toList(),
                events.ranking(site, window, Dimension.EVENT, null, MOST_NAMES).values(),
                sessions(site, window));
    }

    private Sessions sessions(AskedSite site, Window window) {
        var totals = sessions.totals(site, window);
        var count = totals.tally().sessions();
        return new Sessions(count, Averages.of(totals.tally()), Rounded.ratio(count, Math.max(1, totals.users()), 1));
    }
}
