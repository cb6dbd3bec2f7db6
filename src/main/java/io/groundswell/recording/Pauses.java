package io.groundswell.recording;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.metric.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Pauses of things that are tracked again. A mark says that one is not over yet: it is when a snapshot comes that is later than the
 * known ones.
 */
@ApplicationScoped
class Pauses {
    private static final Sql HOLD_CREATORS = Sql.text("""
            select id::text from creator where id = any (cast(cast(:ids as text[]) as uuid[])) and reset_pending
            order by id for no key update""");
    private static final Sql HOLD_VIDEOS = Sql.text("""
            select id::text from video where id = any (cast(cast(:ids as text[]) as uuid[])) and reset_pending
            order by id for no key update""");
    private static final Sql END_CREATORS =
            Sql.text("update creator set reset_pending = false where id = any (cast(cast(:ids as text[]) as uuid[]))");
    private static final Sql END_VIDEOS =
            Sql.text("update video set reset_pending = false where id = any (cast(cast(:ids as text[]) as uuid[]))");

    private static final Sql OVER = Sql.text("""
            select id::text as id, after, first_at, told from tracked_pause
            where id = any (cast(cast(:ids as text[]) as uuid[])) order by id, after""");
    private static final Sql SAVE = Sql.file(Pauses.class, "save-pauses.sql");

    private final AgroalDataSource database;

    Pauses(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Holds the rows that have a mark, and tells whose they are. To be called before anything else of them is held: whoever
     * changes a video holds its row and then what was measured of it.
     */
    Set<Subject> hold(Collection<Subject> subjects) {
        var marked = new HashSet<Subject>();
        hold(HOLD_CREATORS, Subject.Kind.CREATOR, subjects, marked);
        hold(HOLD_VIDEOS, Subject.Kind.VIDEO, subjects, marked);
        return marked;
    }

    private void hold(Sql statement, Subject.Kind kind, Collection<Subject> subjects, Set<Subject> marked) {
        var ids = Recordable.ids(subjects, kind);
        if (!ids.isEmpty()) {
            statement.list(database, Map.of("ids", ids), row -> marked.add(new Subject(kind, row.getString("id"))));
        }
    }

    /** Those that are over of things that are held, the earliest first. */
    Map<UUID, List<Pause>> over(Collection<UUID> ids) {
        var over = new HashMap<UUID, List<Pause>>();
        OVER.list(database, Map.of("ids", ids), row -> over.computeIfAbsent(
                        UUID.fromString(row.getString("id")), any -> new ArrayList<>())
                .add(new Pause(Sql.instant(row, "after"), Sql.instant(row, "first_at"), row.getBoolean("told"))));
        return over;
    }

    void save(Map<UUID, List<Pause>> pauses) {
        var columns = new Columns();
        pauses.forEach((id, some) -> some.forEach(pause -> columns.row(id)
                .with("afters", pause.after())
                .with("firsts", pause.first())
                .with("tolds", pause.told() ? 1L : 0L)));
        if (!columns.isEmpty()) {
            SAVE.update(database, columns.values());
        }
    }

    void end(Collection<Subject> subjects) {
        end(END_CREATORS, Recordable.ids(subjects, Subject.Kind.CREATOR));
        end(END_VIDEOS, Recordable.ids(subjects, Subject.Kind.VIDEO));
    }

    private void end(Sql statement, List<String> ids) {
        if (!ids.isEmpty()) {
            statement.update(database, Map.of("ids", ids));
        }
    }
}
