package io.groundswell.rollup;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.DatabaseFaults;
import io.groundswell.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up weeks of figures. Each is a transaction: whoever dies in it has done nothing. It holds the week, and neither the site nor its
 * position, for whom ingest and folds would wait: who changes figures of the week has said so there and not committed yet, then it is
 * left alone, or says so later, and waits, then it is not added up any more.
 */
@ApplicationScoped
class WeekSum {
    private static final Sql NOTE = Sql.file(WeekSum.class, "note-weeks.sql");
    private static final Sql NOTED = Sql.text("update site_fold set weeks_noted = true where site_number = :site");
    private static final Sql TRY = Sql.text("""
            select monday from figure_week
            where site_number = :site and figures = :figures and monday = :monday and state = 'CHANGED'
            for update skip locked""");
    private static final Sql END = Sql.text("""
            update figure_week set state = :state, summed_at = :now
            where site_number = :site and figures = :figures and monday = :monday and state = 'CHANGED'""");
    /** Three statements end before those who wait for the week give up. */
    private static final Sql HURRY = Sql.text("select set_config('statement_timeout', '3s', true)");

    private static final Map<FiguresOf, Sql> DELETE = Map.of(
            FiguresOf.EVENTS, Sql.file(WeekSum.class, "delete-event-week.sql"),
            FiguresOf.SESSIONS, Sql.file(WeekSum.class, "delete-session-week.sql"));
    private static final Map<FiguresOf, Sql> COUNT = Map.of(
            FiguresOf.EVENTS, Sql.file(WeekSum.class, "count-event-week.sql"),
            FiguresOf.SESSIONS, Sql.file(WeekSum.class, "count-session-week.sql"));
    private static final Map<FiguresOf, Sql> SUM = Map.of(
            FiguresOf.EVENTS, Sql.file(WeekSum.class, "sum-event-week.sql"),
            FiguresOf.SESSIONS, Sql.file(WeekSum.class, "sum-session-week.sql"));

    private static final List<Integer> KINDS =
            Arrays.stream(Dimension.values()).map(Dimension::kind).toList();
    private static final String SUMMED = "SUMMED";
    private static final String TOO_LARGE = "TOO_LARGE";

    private final AgroalDataSource database;
    private final Positions positions;
    private final Clock clock;

    WeekSum(AgroalDataSource database, Positions positions, Clock clock) {
        this.database = database;
        this.positions = positions;
        this.clock = clock;
    }

    record Week(long site, FiguresOf figures, LocalDate monday) {}

    /**
     * Notes the weeks of a site whose figures are older than their noting.
     *
     * @return 0 when there is no such site any more
     */
    int note(long site) {
        return QuarkusTransaction.requiringNew().call(() -> positions
                .hold(site)
                .map(position -> {
                    NOTE.update(database, Map.of("site", site, "now", clock.instant()));
                    return NOTED.update(database, Map.of("site", site));
                })
                .orElse(0));
    }

    /**
     * @param most figures of its days: one with more, or that takes too long, is left as it is
     * @return 0 when it is added up already, or somebody else is at it
     */
    int step(Week week, int most) {
        var values = new HashMap<String, Object>();
        values.put("site", week.site());
        values.put("figures", week.figures());
        values.put("monday", week.monday());
        values.put("kinds", KINDS);
        values.put("most", most + 1L);
        values.put("now", clock.instant());
        try {
            return QuarkusTransaction.requiringNew().call(() -> step(values, week.figures(), most));
        } catch (RuntimeException failure) {
            if (!DatabaseFaults.ranOutOfTime(failure)) {
                throw failure;
            }
            values.put("state", TOO_LARGE);
            return QuarkusTransaction.requiringNew().call(() -> END.update(database, values));
        }
    }

    private int step(Map<String, Object> values, FiguresOf figures, int most) {
        HURRY.call(database, Map.of());
        if (!TRY.exists(database, values)) {
            return 0;
        }
        values.put("state", sum(figures, values, most) ? SUMMED : TOO_LARGE);
        return END.update(database, values);
    }

    private boolean sum(FiguresOf figures, Map<String, Object> values, int most) {
        var count = COUNT.get(figures).first(database, values, row -> row.getLong("figures"));
        DELETE.get(figures).update(database, values);
        if (count.orElseThrow() > most) {
            return false;
        }
        SUM.get(figures).update(database, values);
        return true;
    }
}
