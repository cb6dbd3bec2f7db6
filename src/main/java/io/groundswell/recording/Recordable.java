package io.groundswell.recording;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.metric.Subject;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Videos and creators that a caller may record snapshots of. */
@ApplicationScoped
class Recordable {
    private static final Sql FIND = Sql.file(Recordable.class, "find.sql");
    private static final Sql KEEP_PROGRAMS = Sql.text("""
            select id from program where organization_id = :organization and mode = :mode
              and id = any (cast(cast(:ids as text[]) as uuid[])) order by id for key share""");

    private final AgroalDataSource database;

    Recordable(AgroalDataSource database) {
        this.database = database;
    }

    /** @param afterPause whether its next snapshot is the first one after a pause */
    record Found(UUID programId, boolean afterPause) {}

    /** Each of the subjects; refuses unless all are there. */
    Map<Subject, Found> require(Owner owner, Collection<Subject> subjects) {
        var found = new HashMap<Subject, Found>();
        var values = Sql.owned(owner);
        values.put("videos", ids(subjects, Subject.Kind.VIDEO));
        values.put("creators", ids(subjects, Subject.Kind.CREATOR));
        FIND.list(
                database,
                values,
                row -> found.put(
                        new Subject(Subject.Kind.valueOf(row.getString("kind")), row.getString("id")),
                        new Found(UUID.fromString(row.getString("program_id")), row.getBoolean("reset_pending"))));
        requireAll(subjects, found.keySet());
        return found;
    }

    static List<String> ids(Collection<Subject> subjects, Subject.Kind kind) {
        return subjects.stream()
                .filter(subject -> subject.kind() == kind)
                .map(Subject::id)
                .toList();
    }

    static void requireAll(Collection<Subject> subjects, Set<Subject> there) {
        subjects.stream()
                .filter(subject -> !there.contains(subject))
                .findFirst()
                .ifPresent(subject -> {
                    throw subject.kind() == Subject.Kind.VIDEO
                            ? Refusal.of(RecordingError.RECORDED_VIDEO_NOT_FOUND, "No such video: %s", subject.id())
                            : Refusal.of(
                                    RecordingError.RECORDED_CREATOR_NOT_FOUND, "No such creator: %s", subject.id());
                });
    }

    /**
     * Keeps programmes from being deleted until the transaction ends. Deleting one takes its videos in an order of its own: who
     * holds some of them must not wait for others that are going.
     */
    void keepPrograms(Owner owner, Collection<UUID> ids) {
        var values = Sql.owned(owner);
        values.put("ids", ids);
        var kept = Set.copyOf(KEEP_PROGRAMS.list(database, values, row -> row.getString("id")));
        ids.stream().filter(id -> !kept.contains(id.toString())).findFirst().ifPresent(id -> {
            throw Refusal.of(RecordingError.RECORDED_PROJECT_NOT_FOUND, "No such project: %s", id);
        });
    }

    static Set<UUID> programs(Collection<Found> found) {
        return found.stream().map(Found::programId).collect(Collectors.toSet());
    }
}
