package io.groundswell.rollup;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.segment.Segments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/**
 * Drops what is kept of the days of a site before one of which nobody is shown anything any more. Like {@link Corrections}, each method
 * runs in the caller's transaction and holds the site and its figures until that ends, so it does no more at once than others can wait for.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class OldFigures {
    private static final int STEP = 10_000;
    private static final int AHEAD = 100;
    private static final Sql OLD_EVENTS = Sql.file(OldFigures.class, "old-event-figures.sql");
    private static final Sql EVENTS = Sql.text("""
            delete from event_figure
            where site_number = :site and name_key = :name and kind = :kind
                and (day, value_key) <= (cast(:last_day as date), cast(:last_key as uuid))""");
    private static final Sql EVENT_DAYS =
            Sql.text("delete from event_figure where site_number = :site and name_key = 0 and kind = 1 and day < :day");
    private static final Sql SESSIONS = Sql.file(OldFigures.class, "drop-session-figures.sql");
    private static final Sql CHANGES = Sql.file(OldFigures.class, "drop-session-changes.sql");

    private final AgroalDataSource database;
    private final Positions positions;
    private final Weeks weeks;
    private final Segments segments;

    OldFigures(AgroalDataSource database, Positions positions, Weeks weeks, Segments segments) {
        this.database = database;
        this.positions = positions;
        this.weeks = weeks;
        this.segments = segments;
    }

    /** @return how many segments; all that there are */
    int dropSegments(long site, LocalDate day) {
        return held(site, () -> segments.dropBefore(site, day));
    }

    /** @return how many figures; 0 when there are none any more */
    int dropEvents(long site, LocalDate day) {
        return held(site, () -> {
            weeks.dropBefore(site, day);
            var figures = EVENTS.updateEach(database, firstEvents(site, day));
            // Last, for by them a site is found that has such figures.
            return figures > 0 ? figures : EVENT_DAYS.update(database, some(site, day));
        });
    }

    private List<Map<String, ?>> firstEvents(long site, LocalDate day) {
        var first = new ArrayList<Map<String, ?>>();
        var figures = new AtomicLong();
        OLD_EVENTS.read(database, some(site, day), AHEAD, row -> {
            first.add(Map.of(
                    "site",
                    site,
                    "name",
                    row.getLong("name_key"),
                    "kind",
                    row.getInt("kind"),
                    "last_day",
                    row.getObject("last_day", LocalDate.class),
                    "last_key",
                    row.getString("last_key")));
            return figures.addAndGet(row.getLong("figures")) < STEP;
        });
        return first;
    }

    /** @return how many figures; 0 when there are none any more */
    int dropSessions(long site, LocalDate day) {
        return held(site, () -> {
            weeks.dropBefore(site, day);
            CHANGES.update(database, some(site, day));
            return SESSIONS.update(database, some(site, day));
        });
    }

    private int held(long site, IntSupplier drop) {
        return positions.hold(site).isPresent() ? drop.getAsInt() : 0;
    }

    private static Map<String, Object> some(long site, LocalDate day) {
        return Map.of("site", site, "day", day, "most", (long) STEP);
    }
}
