package io.groundswell.rollup;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.segment.Segments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Keeps the figures and segments of a site true to its rows when rows change that may be in them already. Each method runs in the caller's
 * transaction, before the rows change, and the same transaction changes all the rows that it is about. Until it ends it holds the
 * site's row and its figures: call it before anything else is locked.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Corrections {
    private static final int AHEAD = 5_000;
    private static final Sql EVENTS = Sql.file(Corrections.class, "counted-events-of-user.sql");
    private static final Sql NOTE_SESSIONS = Sql.file(Corrections.class, "note-sessions.sql");
    private static final Sql TELL = Sql.text("update site set corrections = corrections + 1 where number = :site");

    private final AgroalDataSource database;
    private final Positions positions;
    private final Visitors visitors;
    private final EventFigureTable figures;
    private final Segments segments;

    Corrections(
            AgroalDataSource database,
            Positions positions,
            Visitors visitors,
            EventFigureTable figures,
            Segments segments) {
        this.database = database;
        this.positions = positions;
        this.visitors = visitors;
        this.figures = figures;
        this.segments = segments;
    }

    /** For a caller who has to look at the rows before it knows what changes. */
    public void hold(long siteNumber) {
        positions.hold(siteNumber);
    }

    /**
     * The last events of a user, and some of the sessions, become those of another one.
     *
     * @param sessions by their keys
     */
    public void move(long siteNumber, long fromUserKey, long toUserKey, List<Long> sessions) {
        if (fromUserKey != toUserKey) {
            tell(siteNumber);
            positions.hold(siteNumber).ifPresent(position -> {
                moveEvents(siteNumber, fromUserKey, toUserKey, position.seq());
                note(siteNumber, sessions, position);
            });
        }
    }

    /**
     * The first events of a user, who has too many for one transaction, become those of another one. The last ones and the sessions
     * follow with {@link #move}.
     *
     * @param until the number of the last of them
     */
    public void moveFirst(long siteNumber, long fromUserKey, long toUserKey, long until) {
        tell(siteNumber);
        positions
                .hold(siteNumber)
                .ifPresent(position -> moveEvents(siteNumber, fromUserKey, toUserKey, Math.min(until, position.seq())));
    }

    private void moveEvents(long site, long from, long to, long until) {
        var numbers = visitors.of(site, List.of(from, to));
        int number = numbers.get(to);
        segments.drop(site, from, until);
        eachSums(site, from, until, numbers, sums -> figures.replace(site, sums, number));
    }

    /**
     * Events of a user are deleted.
     *
     * @param until the number of the last of them
     * @param sessions all that change with it, by their keys: several users may have a session together
     */
    public void forget(long siteNumber, long userKey, long until, List<Long> sessions) {
        tell(siteNumber);
        positions.hold(siteNumber).ifPresent(position -> {
            forgetEvents(siteNumber, userKey, Math.min(until, position.seq()));
            note(siteNumber, sessions, position);
        });
    }

    /** Instances that hold rows of the site in memory let go of them. */
    private void tell(long site) {
        TELL.update(database, Map.of("site", site));
    }

    /** Nothing is left of a user. */
    public void forgetNumber(long siteNumber, long userKey) {
        positions.hold(siteNumber).ifPresent(position -> visitors.forget(siteNumber, userKey));
    }

    private void forgetEvents(long site, long user, long until) {
        var numbers = visitors.known(site, List.of(user));
        segments.drop(site, user, until);
        eachSums(site, user, until, numbers, sums -> figures.remove(site, sums));
    }

    /** Some events after the other, for a user may have very many. */
    private void eachSums(
            long site, long user, long until, Map<Long, Integer> numbers, Consumer<Map<Figure, Sum>> change) {
        var some = new ArrayList<CountedEvent>();
        EVENTS.read(database, Map.of("site", site, "user", user, "until", until), AHEAD, row -> {
            some.add(CountedEvent.of(row));
            if (some.size() == AHEAD) {
                change.accept(EventSums.of(some, numbers));
                some.clear();
            }
            return true;
        });
        change.accept(EventSums.of(some, numbers));
    }

    private void note(long site, List<Long> sessions, Position position) {
        if (position.sessionsBefore() != null) {
            var before = position.sessionsBefore();
            NOTE_SESSIONS.update(database, Map.of("site", site, "sessions", sessions, "before", before));
        }
    }
}
