package io.groundswell.rollup;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Adds the sessions of a site to its figures, in the order in which they start, and corrects the figures for those that changed
 * after that. While it does, the site's row is held, so that nobody adds to sessions.
 */
@ApplicationScoped
class SessionFold {
    private static final Sql CHANGED = Sql.file(SessionFold.class, "changed-sessions.sql");
    private static final Sql CORRECTIONS = Sql.file(SessionFold.class, "session-corrections.sql");
    private static final Sql SETTLE = Sql.text("""
            delete from session_change
            where site_number = :site and session_key = any (cast(cast(:keys as text[]) as bigint[]))""");
    private static final Sql NEXT = Sql.file(SessionFold.class, "next-sessions.sql");
    private static final Sql CHANGED_OPEN = Sql.file(SessionFold.class, "changed-open-sessions.sql");
    private static final Sql OPEN = Sql.file(SessionFold.class, "open-sessions.sql");

    private final AgroalDataSource database;
    private final Positions positions;
    private final Visitors visitors;
    private final SessionFigureTable figures;
    private final UsersGone usersGone;

    SessionFold(
            AgroalDataSource database,
            Positions positions,
            Visitors visitors,
            SessionFigureTable figures,
            UsersGone usersGone) {
        this.database = database;
        this.positions = positions;
        this.visitors = visitors;
        this.figures = figures;
        this.usersGone = usersGone;
    }

    /**
     * One step.
     *
     * @param until where sessions start that are left alone
     * @return how many sessions were looked at; 0 when there was nothing to do
     */
    int step(long site, Instant until, int most) {
        return QuarkusTransaction.requiringNew().call(() -> positions
                .holdSessions(site)
                .map(position -> fold(site, position.sessionsBefore(), until, most))
                .orElse(0));
    }

    private int fold(long site, Instant before, Instant until, int most) {
        var keys = CHANGED.list(database, Map.of("site", site, "most", (long) most), row -> row.getLong("key"));
        correct(site, before, changes(site, keys));
        return keys.size() + (before == null || before.isBefore(until) ? fresh(site, before, until, most) : 0);
    }

    private void correct(long site, Instant before, List<CountedSession> changes) {
        if (!changes.isEmpty()) {
            var numbers = numbers(site, changes);
            figures.change(site, new SessionSums(changes, numbers), usersGone.from(site, before, changes, numbers));
        }
    }

    private Map<Long, Integer> numbers(long site, List<CountedSession> sessions) {
        return visitors.of(site, sessions.stream().map(CountedSession::userKey).toList());
    }

    private List<CountedSession> changes(long site, List<Long> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        var changed = Map.of("site", site, "keys", keys);
        var changes = CORRECTIONS.list(database, changed, CountedSession::of);
        SETTLE.update(database, changed);
        return changes;
    }

    private int fresh(long site, Instant from, Instant until, int most) {
        var values = new HashMap<String, Object>();
        values.put("site", site);
        values.put("from", from);
        values.put("until", until);
        values.put("most", (long) most);
        var next = NEXT.first(database, values, row -> Sql.instant(row, "until"));
        if (next.isEmpty()) {
            return 0;
        }
        values.put("until", next.get());
        // Once they are folded, nothing tells any more that these are not in the figures beside what they were.
        correct(site, from, changes(site, CHANGED_OPEN.list(database, values, row -> row.getLong("key"))));
        positions.moveSessions(site, next.get());
        return add(site, values, most);
    }

    /** Some at a time: any number of sessions may start at the same moment, and so be more than a step has otherwise. */
    private int add(long site, Map<String, Object> open, int most) {
        var added = new AtomicInteger();
        var some = new ArrayList<CountedSession>();
        OPEN.read(database, open, most, row -> {
            some.add(CountedSession.of(row));
            if (some.size() == most) {
                added.addAndGet(add(site, some));
                some.clear();
            }
            return true;
        });
        return added.addAndGet(add(site, some));
    }

    private int add(long site, List<CountedSession> some) {
        if (!some.isEmpty()) {
            figures.change(site, new SessionSums(some, numbers(site, some)), Map.of());
        }
        return some.size();
    }
}
