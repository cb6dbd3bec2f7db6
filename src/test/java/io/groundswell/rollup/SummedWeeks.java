package io.groundswell.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.rollup.WeekSum.Week;
import io.groundswell.testing.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Adds up weeks of a site, over or not, whenever a test wants to, and looks whether they are what their days are. */
@ApplicationScoped
class SummedWeeks {
    static final int MOST = 1_000_000;

    private static final String FAULTS = """
            with day as (
                select w.figures, w.monday, f.name_key, f.kind, f.value_key, sum(f.events) as events, 0 as sessions, 0 as bounces,
                    0 as duration, concat(min(f.day) - w.monday, max(f.day) - w.monday) as days
                from figure_week w
                join event_figure f on f.site_number = w.site_number and f.day >= w.monday and f.day < w.monday + 7 and f.kind >= 11
                where w.site_number = %1$d and w.figures = 'EVENTS' and w.state = 'SUMMED'
                group by 1, 2, 3, 4, 5
                union all
                select w.figures, w.monday, 0, f.kind, f.value_key, sum(f.events), sum(f.sessions), sum(f.bounces), sum(f.duration),
                    concat(min(f.day) - w.monday, max(f.day) - w.monday)
                from figure_week w
                join session_figure f on f.site_number = w.site_number and f.day >= w.monday and f.day < w.monday + 7 and f.kind >= 2
                where w.site_number = %1$d and w.figures = 'SESSIONS' and w.state = 'SUMMED'
                group by 1, 2, 3, 4, 5
            ),
            week as (
                select w.figures, w.monday, f.name_key, -f.kind, f.value_key, f.events, 0, 0, 0, f.value
                from figure_week w
                join event_figure f on f.site_number = w.site_number and f.day = w.monday and f.kind < 0
                where w.site_number = %1$d and w.figures = 'EVENTS' and w.state = 'SUMMED'
                union all
                select w.figures, w.monday, 0, -f.kind, f.value_key, f.events, f.sessions, f.bounces, f.duration, f.value
                from figure_week w
                join session_figure f on f.site_number = w.site_number and f.day = w.monday and f.kind < 0
                where w.site_number = %1$d and w.figures = 'SESSIONS' and w.state = 'SUMMED'
            )
            select count(*) from ((table day except table week) union all (table week except table day)) as fault""";

    private final WeekSum sum;
    private final Rows rows;

    SummedWeeks(WeekSum sum, Rows rows) {
        this.sum = sum;
        this.rows = rows;
    }

    private List<Week> changed(long site) {
        return rows
                .texts(
                        "select figures || ' ' || monday from figure_week where site_number = %d and state = 'CHANGED' order by 1"
                                .formatted(site))
                .stream()
                .map(text -> text.split(" "))
                .map(part -> new Week(site, FiguresOf.valueOf(part[0]), LocalDate.parse(part[1])))
                .toList();
    }

    /** @return how many */
    int sumAll(long site) {
        return changed(site).stream().mapToInt(week -> sum.step(week, MOST)).sum();
    }

    /** @return how many */
    int sumSome(long site, Random random) {
        return changed(site).stream()
                .filter(week -> random.nextBoolean())
                .mapToInt(week -> sum.step(week, MOST))
                .sum();
    }

    long count(long site, String state) {
        return rows.count(
                "select count(*) from figure_week where site_number = %d and state = '%s'".formatted(site, state));
    }

    void assertAreTheirDays(long site) {
        assertThat(rows.count(FAULTS.formatted(site))).isZero();
    }
}
