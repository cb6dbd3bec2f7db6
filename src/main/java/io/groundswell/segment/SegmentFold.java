package io.groundswell.segment;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes segments of the events of a site, in the order of their numbers. A step is a transaction that makes one: whoever dies in it has
 * done nothing. Meanwhile nobody corrects what it reads, for both hold the site's figures.
 */
@ApplicationScoped
class SegmentFold {
    private static final int AHEAD = 200;

    private static final Sql TRY =
            Sql.text("select seq, segmented from site_fold where site_number = :site for update skip locked");
    private static final Sql DROPPED = Sql.text("""
            select first_seq, last_seq from event_segment
            where site_number = :site and dropped_at < :before order by dropped_at limit 1""");
    private static final Sql IS_YOUNG =
            Sql.text("select from event where site_number = :site and seq = :last and arrived_at >= :before");
    private static final Sql EVENTS = Sql.file(SegmentFold.class, "segment-events.sql");
    private static final Sql ADD = Sql.text("""
            insert into event_segment (site_number, first_seq, last_seq, first_day, last_day, whole)
            values (:site, :first, :last, :first_day, :last_day, :whole)""");
    private static final Sql SAVE_COLUMNS = Sql.file(SegmentFold.class, "save-columns.sql");
    private static final Sql DELETE =
            Sql.text("delete from event_segment where site_number = :site and last_seq = :last");
    private static final Sql SHORTEN =
            Sql.text("update event_segment set first_seq = :first where site_number = :site and last_seq = :last");
    private static final Sql MOVE = Sql.text("update site_fold set segmented = :last where site_number = :site");

    private final AgroalDataSource database;
    private final DroppedColumns droppedColumns;

    SegmentFold(AgroalDataSource database, DroppedColumns droppedColumns) {
        this.database = database;
        this.droppedColumns = droppedColumns;
    }

    private record Fold(long seq, long segmented) {}

    /**
     * One step.
     *
     * @param worth how many events make a segment; fewer only if their values are large
     * @param before when an event has to have come, or a segment to have been dropped
     * @return how many events it read, or columns it deleted; 0 when there was nothing to do, or somebody else was at it
     */
    int step(long site, int worth, Instant before) {
        return QuarkusTransaction.requiringNew().call(() -> TRY.first(
                        database, Map.of("site", site), row -> new Fold(row.getLong("seq"), row.getLong("segmented")))
                .map(fold -> {
                    var deleted = droppedColumns.deleteSome(site);
                    return deleted > 0
                            ? deleted
                            : dropped(site, before)
                                    .map(range -> again(site, range))
                                    .orElseGet(() -> next(site, fold, worth, before));
                })
                .orElse(0));
    }

    private int next(long site, Fold fold, int worth, Instant before) {
        var next = new SeqRange(fold.segmented() + 1, fold.segmented() + worth);
        return next.last() <= fold.seq() && !isYoung(site, next, before) ? add(site, next) : 0;
    }

    private boolean isYoung(long site, SeqRange range, Instant before) {
        return IS_YOUNG.exists(database, Map.of("site", site, "last", range.last(), "before", before));
    }

    private Optional<SeqRange> dropped(long site, Instant before) {
        return DROPPED.first(
                database,
                Map.of("site", site, "before", before),
                row -> new SeqRange(row.getLong("first_seq"), row.getLong("last_seq")));
    }

    private int add(long site, SeqRange range) {
        var made = read(site, range);
        var last = made.isFull() ? made.lastSeq() : range.last();
        save(site, new SeqRange(range.first(), last), made);
        MOVE.update(database, Map.of("site", site, "last", last));
        return Math.max(1, made.events());
    }

    private int again(long site, SeqRange range) {
        var made = read(site, range);
        if (made.isFull() && made.lastSeq() < range.last()) {
            SHORTEN.update(database, Map.of("site", site, "first", made.lastSeq() + 1, "last", range.last()));
            save(site, new SeqRange(range.first(), made.lastSeq()), made);
        } else {
            DELETE.update(database, Map.of("site", site, "last", range.last()));
            save(site, range, made);
        }
        return Math.max(1, made.events());
    }

    private NewSegment read(long site, SeqRange range) {
        var made = new NewSegment();
        EVENTS.read(database, Map.of("site", site, "first", range.first(), "last", range.last()), AHEAD, made::add);
        return made;
    }

    /** Of events that are all gone there is no segment. */
    private void save(long site, SeqRange range, NewSegment made) {
        if (made.isEmpty()) {
            return;
        }
        var values = new HashMap<String, Object>();
        values.put("site", site);
        values.put("first", range.first());
        values.put("last", range.last());
        values.put("first_day", made.firstDay());
        values.put("last_day", made.lastDay());
        values.put("whole", made.isWhole());
        values.put("names", made.names());
        values.put("stored", made.stored());
        ADD.update(database, values);
        SAVE_COLUMNS.update(database, values);
    }
}
