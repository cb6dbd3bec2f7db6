package io.groundswell.rollup;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.site.AskedSite;
import io.groundswell.site.HeldSite;
import io.groundswell.site.Window;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** How far the figures of sites go, and whose turn it is to change them. */
@ApplicationScoped
class Positions {
    private static final String FOLDS = """
            select f.seq, o.sessions_before
            from site_fold f
            join session_fold o on o.site_number = f.site_number
            where f.site_number = :site""";
    private static final Sql READ = Sql.text(FOLDS);
    private static final Sql TRY = Sql.text(FOLDS + " for update of f skip locked");
    private static final Sql HOLD = Sql.text("select site_number from site_fold where site_number = :site for update");
    /** Apart, for the site may be kept elsewhere than its figures. Asked last: it never is behind them. */
    private static final Sql LAST = Sql.text("select total_events from site where number = :site");

    private static final Sql EVENTS =
            Sql.text("update site_fold set seq = :seq, folded_at = :now where site_number = :site");
    private static final Sql SESSIONS =
            Sql.text("update session_fold set sessions_before = :before where site_number = :site");

    private final AgroalDataSource database;
    private final HeldSite held;
    private final TransactionSynchronizationRegistry question;

    Positions(AgroalDataSource database, HeldSite held, TransactionSynchronizationRegistry question) {
        this.database = database;
        this.held = held;
        this.question = question;
    }

    /** What a question is about. Within a question it stays where it is, and is looked up once. */
    Extent of(AskedSite site, Window window) {
        var known = (Position) question.getResource(site);
        if (known == null) {
            known = read(site.number());
            question.putResource(site, known);
        }
        return new Extent(site, window, known);
    }

    private Position read(long site) {
        return find(READ, site).orElseThrow();
    }

    private record Folds(long seq, Instant sessionsBefore) {}

    private Optional<Position> find(Sql statement, long site) {
        var values = Map.of("site", site);
        return statement
                .first(database, values, row -> new Folds(row.getLong("seq"), Sql.instant(row, "sessions_before")))
                .flatMap(folds -> LAST.first(
                        database,
                        values,
                        row -> new Position(folds.seq(), folds.sessionsBefore(), row.getLong("total_events"))));
    }

    /** To change the figures of events. Empty when somebody else does, or there is no such site. */
    Optional<Position> tryHoldEvents(long site) {
        return find(TRY, site);
    }

    /** To change the figures of sessions. Waits for its turn, for there is often somebody who adds to sessions. */
    Optional<Position> holdSessions(long site) {
        return held.hold(site) ? find(READ, site) : Optional.empty();
    }

    /**
     * To change both. Waits for its turn: first for whoever folds events, who may take a while, and only then for the site's row,
     * which all who tell events wait for.
     */
    Optional<Position> hold(long site) {
        var folds = HOLD.exists(database, Map.of("site", site));
        return folds && held.hold(site) ? find(READ, site) : Optional.empty();
    }

    void moveEvents(long site, long seq, Instant now) {
        EVENTS.update(database, Map.of("site", site, "seq", seq, "now", now));
    }

    void moveSessions(long site, Instant before) {
        SESSIONS.update(database, Map.of("site", site, "before", before));
    }
}
