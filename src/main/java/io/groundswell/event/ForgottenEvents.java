package io.groundswell.event;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.work.OneByOne;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Deletes what was measured on sites that went with their organization. */
@ApplicationScoped
class ForgottenEvents implements Round {
    private static final Sql NEXT =
            Sql.text("select number from forgotten_site where number > :after order by number limit 1");
    private static final Sql END = Sql.text("delete from forgotten_site where number = :site");
    /** A step of a table: those that come first in the order of their keys, and the rest when there are no more than these. */
    private static final int STEP = 10_000;

    /** Every table keyed by site number, with the columns that order its rows. */
    private static final List<Table> TABLES = List.of(
            new Table("event", "at, seq"),
            new Table("session", "session_key"),
            new Table("event_key", "key"),
            new Table("event_minute", "minute"),
            new Table("automaton_day", "day, category, name"),
            new Table("user_alias", "previous_key"),
            new Table("user_erasure", "user_key"),
            new Table("event_figure", "name_key, kind, day, value_key"),
            new Table("event_column", "last_seq, name"),
            new Table("event_segment", "last_seq"),
            new Table("session_figure", "kind, day, value_key"),
            new Table("figure_week", "figures, monday"),
            new Table("session_change", "session_key"),
            new Table("visitor", "user_key"),
            // Where they are not distributed, these go with the site.
            new Table("site_fold", "seq"),
            new Table("session_fold", "sessions_before"),
            new Table("visitor_count", "visitors"));

    private static final List<Sql> FIRST = TABLES.stream().map(Table::first).toList();
    private static final List<Sql> REST = TABLES.stream().map(Table::rest).toList();

    private record Table(String name, String keys) {
        Sql first() {
            return Sql.text("""
                    delete from %1$s where site_number = :site and (%2$s) <= (
                        select %2$s from %1$s where site_number = :site order by %2$s offset %3$d limit 1)""".formatted(name, keys, STEP - 1));
        }

        Sql rest() {
            return Sql.text("delete from %s where site_number = :site".formatted(name));
        }
    }

    private final AgroalDataSource database;
    private final OneByOne oneByOne;
    private final Clock clock;

    ForgottenEvents(AgroalDataSource database, OneByOne oneByOne, Clock clock) {
        this.database = database;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forgotten_events";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int run(Instant deadline) {
        var done = 0;
        var before = Long.MIN_VALUE;
        while (clock.instant().isBefore(deadline)) {
            var next = NEXT.first(database, Map.of("after", before), row -> row.getLong("number"));
            if (next.isEmpty()) {
                return done;
            }
            var site = next.get();
            var some = oneByOne.attempt(this, "site " + site, () -> step(site));
            before = some.isPresent() ? before : site;
            done += some.orElse(0);
        }
        return done;
    }

    private int step(long site) {
        var some = delete(site);
        if (some == 0) {
            END.update(database, Map.of("site", site));
        }
        return some;
    }

    /** Some rows of each table. */
    private int delete(long site) {
        var values = Map.of("site", site);
        var done = 0;
        for (var at = 0; at < TABLES.size(); at++) {
            var some = FIRST.get(at).update(database, values);
            done += some > 0 ? some : REST.get(at).update(database, values);
        }
        return done;
    }
}
