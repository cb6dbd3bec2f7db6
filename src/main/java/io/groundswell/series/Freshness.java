package io.groundswell.series;

import io.agroal.api.AgroalDataSource;
import io.groundswell.annotation.TrackedThing;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Knows whether anything has changed since an answer was made. Whoever changes something leaves a mark in the same
 * transaction, so that on every instance an answer is old from the moment on at which the change is seen.
 */
@ApplicationScoped
class Freshness {
    private static final Sql SNAPSHOT = Sql.text("select pg_current_snapshot()::text as snapshot");
    private static final Sql CHANGED = Sql.file(Freshness.class, "changed.sql");
    /** What all figures of an organization depend on. */
    private static final String ORGANIZATION = "org";

    private final AgroalDataSource database;

    Freshness(AgroalDataSource database) {
        this.database = database;
    }

    /** To be called in the question that reads all that the answer is made of. */
    Stamp stamp(Set<UUID> campaigns, Above above) {
        var tags = new TreeSet<String>();
        tags.add(ORGANIZATION);
        campaigns.forEach(id -> tags.add(tag("campaign", id)));
        above.all().forEach(thing -> tags.add(tag(thing)));
        return new Stamp(
                SNAPSHOT.first(database, Map.of(), row -> row.getString("snapshot"))
                        .orElseThrow(),
                tags);
    }

    private static String tag(TrackedThing thing) {
        return tag(thing.scope().name().toLowerCase(Locale.ROOT), thing.id());
    }

    private static String tag(String kind, UUID id) {
        return kind + ":" + id;
    }

    boolean holds(Owner owner, Stamp stamp) {
        var values = Sql.owned(owner);
        values.put("tags", stamp.tags());
        values.put("snapshot", stamp.snapshot());
        return !CHANGED.first(database, values, row -> row.getBoolean("changed"))
                .orElseThrow();
    }
}
