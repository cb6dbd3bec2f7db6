package io.groundswell.annotation;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Annotations of creators, campaigns and videos that the server writes itself. Called in the transaction of what they tell of,
 * by which their thing is held. What happens to a thing within one second is one event.
 */
@ApplicationScoped
class TrackedMarks {
    private static final int MOST_OF_A_KIND = 1_000;
    private static final Sql MARK = Sql.file(TrackedMarks.class, "tracked-mark.sql");
    private static final Sql THIN_OUT = Sql.file(TrackedMarks.class, "thin-out-tracked.sql");

    private final AgroalDataSource database;
    private final Clock clock;

    TrackedMarks(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void set(Owner owner, TrackedThing thing, AnnotationKind kind, Instant at, String title) {
        var second = at.truncatedTo(ChronoUnit.SECONDS);
        var values = Sql.owned(owner);
        values.put("id", "auto:%s:%s:%s".formatted(kind, thing.id(), second));
        values.put("scope", thing.scope());
        values.put("thing", thing.id().toString());
        values.put("kind", kind);
        values.put("at", second);
        values.put("title", title);
        values.put("now", clock.instant());
        values.put("most", MOST_OF_A_KIND);
        values.put("longest", Note.MAX_TITLE);
        if (MARK.update(database, values) == 1) {
            THIN_OUT.update(database, values);
        }
    }
}
