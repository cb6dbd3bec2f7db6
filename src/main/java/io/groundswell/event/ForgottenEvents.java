package io.groundswell.event;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Deletes what was measured on sites that went with their organization. */
@ApplicationScoped
class ForgottenEvents implements Round {
    private static final Sql NEXT = Sql.text("select number from forgotten_site order by number limit 1");
    private static final Sql END = Sql.text("delete from forgotten_site where number = :site");
    private static final List<Sql> DELETIONS = Stream.of(
                    "event",
                    "session",
                    "event_key",
                    "event_minute",
                    "automaton_day",
                    "user_alias",
                    "user_erasure",
                    "event_figure",
                    "session_figure",
                    "session_change",
                    "visitor")
            .map(ForgottenEvents::deletion)
            .toList();

    private final AgroalDataSource database;
    private final Clock clock;

    ForgottenEvents(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private static Sql deletion(String table) {
        return Sql.text("""
                delete from %1$s where (tableoid, ctid) in (
                    select tableoid, ctid from %1$s where site_number = :site limit 10000)""".formatted(table));
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
        while (clock.instant().isBefore(deadline)) {
            var site = NEXT.first(database, Map.of(), row -> row.getLong("number"));
            if (site.isEmpty()) {
                return done;
            }
            var some = delete(site.get());
            if (some == 0) {
                END.update(database, Map.of("site", site.get()));
            }
            done += some;
        }
        return done;
    }

    /** One step: some rows of each table. */
    private int delete(long site) {
        return DELETIONS.stream()
                .mapToInt(deletion -> deletion.update(database, Map.of("site", site)))
                .sum();
    }
}
