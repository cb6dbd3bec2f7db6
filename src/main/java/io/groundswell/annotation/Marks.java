package io.groundswell.annotation;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import io.groundswell.shared.PublicId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Annotations that the server writes itself. Called in the transaction of what they tell of, by which their thing is held. */
@ApplicationScoped
class Marks {
    private static final int MOST_PAUSES = 1_000;
    private static final Sql MARK = Sql.file(Marks.class, "mark.sql");
    private static final Sql THIN_OUT = Sql.file(Marks.class, "thin-out-pauses.sql");

    private final AgroalDataSource database;
    private final Clock clock;

    Marks(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What happened, and when.
     *
     * @param cause what is the same each time that this is told, null when it cannot be told twice
     */
    record Mark(AnnotationKind kind, Instant at, String title, Map<String, String> details, String cause) {}

    void set(Owner owner, Place place, Mark mark) {
        var details = List.copyOf(mark.details().entrySet());
        var values = Sql.owned(owner);
        values.put("id", PublicId.next(Annotation.ID_PREFIX));
        values.put("scope", place.scope());
        values.put("entity", place.entityId());
        values.put("mission", place.missionId());
        values.put("kind", mark.kind());
        values.put("at", mark.at());
        values.put("title", mark.title());
        values.put("keys", details.stream().map(Map.Entry::getKey).toList());
        values.put("values", details.stream().map(Map.Entry::getValue).toList());
        values.put("cause", mark.cause());
        values.put("now", clock.instant());
        MARK.update(database, values);
    }

    /** A thousand of a mission's pauses and resumes are kept. */
    void thinOutPauses(Owner owner, String missionId) {
        var values = Sql.owned(owner);
        values.put("mission", missionId);
        values.put("most", MOST_PAUSES);
        THIN_OUT.update(database, values);
    }
}
