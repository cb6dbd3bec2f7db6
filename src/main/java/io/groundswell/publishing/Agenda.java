package io.groundswell.publishing;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an organization has in its queue. */
@ApplicationScoped
class Agenda {
    private static final Sql LOCK = Sql.text("select pg_advisory_xact_lock(hashtextextended(:subject, 0))");
    private static final Sql TAKEN = Sql.file(Agenda.class, "taken.sql");
    private static final Sql NEXT = Sql.file(Agenda.class, "next-publish.sql");

    private final AgroalDataSource database;
    private final Clock clock;

    Agenda(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Until the transaction ends nobody else looks for a free slot of the same organization, for both would find the
     * same one. To be called before any item is held, since whoever holds the agenda may wait for items.
     */
    void hold(Owner owner) {
        LOCK.call(database, Map.of("subject", "agenda " + owner));
    }

    /**
     * The organization's posts, scheduled and published, in a span and so near it that they take room there.
     *
     * @param except ids of items that are about to leave their slots
     */
    Taken taken(Owner owner, Span span, List<String> except) {
        var taken = new Taken();
        var values = Map.of(
                "organization", owner.organizationId(),
                "mode", owner.mode(),
                "from", span.from().minus(Taken.GAP),
                "until", span.until().plus(Taken.GAP),
                "except", except);
        TAKEN.list(
                        database,
                        values,
                        row -> Map.entry(Platform.valueOf(row.getString("platform")), Sql.instant(row, "at")))
                .forEach(post -> taken.add(post.getKey(), post.getValue()));
        return taken;
    }

    Optional<Instant> next(Owner owner, String missionId) {
        var values = Map.of(
                "organization", owner.organizationId(),
                "mode", owner.mode(),
                "mission", missionId,
                "now", clock.instant());
        return NEXT.first(database, values, row -> Optional.ofNullable(Sql.instant(row, "at")))
                .flatMap(at -> at);
    }
}
