package io.groundswell.annotation;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Pages;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What stands on the timelines of creators, campaigns and videos. */
@ApplicationScoped
public class Timelines {
    /** Most annotations in an answer: of more, the newest. */
    public static final int MOST = 1_000;

    private static final Sql TIMELINE = Sql.file(Timelines.class, "timeline.sql");
    private static final Sql PAGE = Sql.file(Timelines.class, "timeline-page.sql");
    private static final Sql ONE = Sql.file(Timelines.class, "tracked-annotation.sql");

    private final AgroalDataSource database;

    Timelines(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * The annotations of all these things together, by time and then by id; each is there once. What the things are, and
     * that the caller may see them, is for the caller to know: a thing of others has no annotations here.
     *
     * @param from the first moment, null for the beginning
     * @param to the first moment that is left out, null for none
     * @param hideAuto whether only those that people wrote are wanted
     */
    public List<TrackedAnnotation> of(
            Owner owner, Collection<TrackedThing> things, Instant from, Instant to, boolean hideAuto) {
        if (things.isEmpty()) {
            return List.of();
        }
        var values = Sql.owned(owner);
        values.put("scopes", things.stream().map(TrackedThing::scope).toList());
        values.put("things", things.stream().map(TrackedThing::id).toList());
        values.put("from", from);
        values.put("to", to);
        values.put("automatic", !hideAuto);
        values.put("most", MOST);
        return TIMELINE.list(database, values, TrackedAnnotation::of);
    }

    /** Where a page of a timeline ends. */
    public record Place(Instant at, String id) {
        public static Place of(TrackedAnnotation annotation) {
            return new Place(annotation.at(), annotation.id());
        }
    }

    /** @param after null for the first page */
    Page<TrackedAnnotation> page(
            Owner owner, TrackedThing thing, Instant from, Instant to, boolean hideAuto, Place after, int limit) {
        var values = Sql.owned(owner);
        values.put("scope", thing.scope());
        values.put("thing", thing.id().toString());
        values.put("from", from);
        values.put("to", to);
        values.put("automatic", !hideAuto);
        values.put("after_at", after == null ? null : after.at());
        values.put("after_id", after == null ? null : after.id());
        values.put("most", limit + 1);
        return Pages.cut(PAGE.list(database, values, TrackedAnnotation::of), limit);
    }

    TrackedAnnotation get(Owner owner, String id) {
        var values = Sql.owned(owner);
        values.put("id", id);
        return ONE.first(database, values, TrackedAnnotation::of).orElseThrow();
    }
}
