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
    private static final String SELECT = """
            select f.seq, o.sessions_before, s.total_events
            from site_fold f
            join session_fold o on o.site_number = f.site_number
            join site s on s.number = f.site_number
            where f.site_number = :site""";
    private static final Sql READ = Sql.text(SELECT);
    private static final Sql TRY = Sql.text(SELECT + " for update of f skip locked");
    private static final Sql HOLD = Sql.text(SELECT + " for update of f");
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
        return READ.first(database, Map.of("site", site), Position::of).orElseThrow();
    }

    /** To change the figures of events. Empty when somebody else does, or there is no such site. */
    Optional<Position> tryHoldEvents(long site) {
        return TRY.first(database, Map.of("site", site), Position::of);
    }

    /** To change the figures of sessions. Waits for its turn, for there is often somebody who adds to sessions. */
    Optional<Position> holdSessions(long site) {
        return held.hold(site) ? READ.first(database, Map.of("site", site), Position::of) : Optional.empty();
    }

    /** To change both. Waits for its turn. */
    Optional<Position> hold(long site) {
        return held.hold(site) ? HOLD.first(database, Map.of("site", site), Position::of) : Optional.empty();
    }

    void moveEvents(long site, long seq, Instant now) {
        EVENTS.update(database, Map.of("site", site, "seq", seq, "now", now));
    }

    void moveSessions(long site, Instant before) {
        SESSIONS.update(database, Map.of("site", site, "before", before));
    }
}
