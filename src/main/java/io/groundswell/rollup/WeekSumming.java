package io.groundswell.rollup;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.rollup.WeekSum.Week;
import io.groundswell.site.SitesBehind;
import io.groundswell.work.OneByOne;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Adds up the figures of weeks that are over. */
@ApplicationScoped
class WeekSumming implements Round {
    /** Since the last change: while events of the past are read, a week would be added up again and again. */
    private static final Duration QUIET = Duration.ofMinutes(5);
    /** Since it was added up before: a single event that comes late has all of its week added up again. */
    private static final Duration AGAIN = Duration.ofHours(1);
    /** Larger weeks are not summed, so that no writer waits long. */
    private static final int MOST_FIGURES = 1_000_000;

    private static final Sql NOT_NOTED =
            Sql.text("select site_number from site_fold where not weeks_noted order by random() limit :most");
    private static final Sql CHANGED = Sql.file(WeekSumming.class, "changed-weeks.sql");

    private final AgroalDataSource database;
    private final WeekSum sum;
    private final OneByOne oneByOne;
    private final Clock clock;

    WeekSumming(AgroalDataSource database, WeekSum sum, OneByOne oneByOne, Clock clock) {
        this.database = database;
        this.sum = sum;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "figure_weeks";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int run(Instant deadline) {
        return oneByOne.allOf(this, this::notNoted, site -> "site " + site, deadline, sum::note)
                + oneByOne.allOf(this, this::changed, Week::toString, deadline, week -> sum.step(week, MOST_FIGURES));
    }

    private List<Long> notNoted() {
        return NOT_NOTED.list(database, Map.of("most", SitesBehind.MOST_SITES), row -> row.getLong("site_number"));
    }

    private List<Week> changed() {
        var now = clock.instant();
        var values = Map.of(
                "monday",
                Weeks.monday(LocalDate.ofInstant(now, ZoneOffset.UTC)),
                "now",
                now,
                "quiet",
                now.minus(QUIET),
                "again",
                now.minus(AGAIN),
                "most",
                SitesBehind.MOST_SITES);
        return CHANGED.list(
                database,
                values,
                row -> new Week(
                        row.getLong("site_number"),
                        FiguresOf.valueOf(row.getString("figures")),
                        row.getObject("monday", LocalDate.class)));
    }
}
