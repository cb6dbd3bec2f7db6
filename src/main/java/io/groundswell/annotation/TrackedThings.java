package io.groundswell.annotation;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The creators, campaigns and videos that have timelines. */
@ApplicationScoped
class TrackedThings {
    private static final Sql THERE = Sql.file(TrackedThings.class, "tracked-thing.sql");
    private static final Map<Scope, Sql> HOLD = Map.of(
            Scope.CREATOR, Sql.text("select 1 from creator where id = :thing for key share"),
            Scope.CAMPAIGN, Sql.text("select 1 from campaign where id = :thing for key share"),
            Scope.VIDEO, Sql.text("select 1 from video where id = :thing for key share"));

    private final AgroalDataSource database;

    TrackedThings(AgroalDataSource database) {
        this.database = database;
    }

    void require(Owner owner, TrackedThing thing) {
        var values = Sql.owned(owner);
        values.put("scope", thing.scope());
        values.put("thing", thing.id());
        if (!THERE.exists(database, values)) {
            throw Refusal.of(AnnotationError.THING_NOT_FOUND, "No such %s: %s", thing.scope(), thing.id());
        }
    }

    /** It stays until the transaction ends: whoever deletes it afterwards takes what was written about it along. */
    void hold(Owner owner, TrackedThing thing) {
        HOLD.get(thing.scope()).call(database, Map.of("thing", thing.id()));
        require(owner, thing);
    }
}
