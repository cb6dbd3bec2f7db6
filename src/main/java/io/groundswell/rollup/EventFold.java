package io.groundswell.rollup;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;

/**
 * Adds the events of a site to its figures, in the order of their numbers. A step is a transaction that also moves the
 * position: whoever dies in it has done nothing, and an event is in the figures exactly when the position is past it.
 */
@ApplicationScoped
class EventFold {
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
        var events = EVENTS.list(database, Map.of("site", site, "after", after, "until", until), CountedEvent::of);
        var numbers =
                visitors.of(site, events.stream().map(CountedEvent::userKey).toList());
        figures.add(site, EventSums.of(events, numbers));
        positions.moveEvents(site, until, clock.instant());
        return (int) (until - after);
    }
}
