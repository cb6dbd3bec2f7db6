package io.groundswell.rollup;

import io.groundswell.event.KeyHash;
import io.groundswell.testing.Rows;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** Changes rows of sites as whoever calls {@link Corrections} does. */
@ApplicationScoped
public class ChangedRows {
    private final Corrections corrections;
    private final OldFigures old;
    private final Rows rows;

    ChangedRows(Corrections corrections, OldFigures old, Rows rows) {
        this.corrections = corrections;
        this.old = old;
        this.rows = rows;
    }

    /** All that a user did becomes what another one did. */
    public void move(long site, String from, String to) {
        QuarkusTransaction.requiringNew().run(() -> {
            var sessions = rows
                    .texts("select session_key from session where site_number = %d and user_key = %d"
                            .formatted(site, KeyHash.number(from)))
                    .stream()
                    .map(Long::valueOf)
                    .toList();
            corrections.move(site, KeyHash.number(from), KeyHash.number(to), sessions);
            for (var table : List.of("event", "session")) {
                rows.change("update %s set user_key = %d, user_id = '%s' where site_number = %d and user_key = %d"
                        .formatted(table, KeyHash.number(to), to, site, KeyHash.number(from)));
            }
        });
    }

    /** Nothing of the days before this one is kept. */
    public void dropBefore(long site, LocalDate day) {
        QuarkusTransaction.requiringNew().run(() -> {
            old.dropSegments(site, day);
            while (old.dropEvents(site, day) > 0) {}
            while (old.dropSessions(site, day) > 0) {}
            rows.change("delete from event where site_number = %d and at < '%s 00:00+00'".formatted(site, day));
            rows.change("delete from session where site_number = %d and start_at < '%s 00:00+00'".formatted(site, day));
        });
    }
}
