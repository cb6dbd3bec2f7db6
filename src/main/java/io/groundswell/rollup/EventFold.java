package io.groundswell.rollup;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Adds the events of a site to its figures, in the order of their numbers. A step is a transaction that also moves the
 * position: whoever dies in it has done nothing, and an event is in the figures exactly when the position is past it.
 */
@ApplicationScoped
class EventFold {
    /** Events that are held at once. */
    private static final int AT_ONCE = 2_000;
    /** Figures that are held at once, about: those of events that differ much take much memory. */
    private static final int MOST_FIGURES = 15_000;

    private static final Sql EVENTS = Sql.file(EventFold.class, "counted-events.sql");

    private final AgroalDataSource database;
    private final Positions positions;
    private final Visitors visitors;
    private final EventFigureTable figures;
    private final Clock clock;

    EventFold(
            AgroalDataSource database, Positions positions, Visitors visitors, EventFigureTable figures, Clock clock) {
        this.database = database;
        this.positions = positions;
        this.visitors = visitors;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * One step.
     *
     * @return how far it went; 0 when there was nothing to do, or somebody else was at it
     */
    int step(long site, int most) {
        return QuarkusTransaction.requiringNew().call(() -> positions
                .tryHoldEvents(site)
                .map(position -> fold(site, position.seq(), Math.min(position.last(), position.seq() + most)))
                .orElse(0));
    }

    private int fold(long site, long after, long until) {
        if (until <= after) {
            return 0;
        }
        var numbers = new HashMap<Long, Integer>();
        var sums = new EventSums();
        for (var done = after; done < until; done += AT_ONCE) {
            var next = Math.min(until, done + AT_ONCE);
            var events = EVENTS.list(database, Map.of("site", site, "after", done, "until", next), CountedEvent::of);
            var fresh = events.stream().map(CountedEvent::userKey).collect(Collectors.toSet());
            fresh.removeAll(numbers.keySet());
            numbers.putAll(visitors.of(site, fresh));
            sums.add(events, numbers);
            if (sums.size() > MOST_FIGURES || next == until) {
                figures.add(site, sums.figures());
                sums = new EventSums();
            }
        }
        positions.moveEvents(site, until, clock.instant());
        return (int) (until - after);
    }
}
