package io.groundswell.mission;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

@ApplicationScoped
class Missions implements PanacheRepositoryBase<Mission, String> {
    /** Takes the names of platforms as {@link #namesOf} writes them. */
    static final String ON_ANY_OF = "cast(sql('(? && cast(? as text[]))', e.platforms, :value) as Boolean) = true";

    private static final String OWNED = "organizationId = ?1 and mode = ?2 and id = ?3 and deletedAt is null";
    private static final Sql CLAIM =
            Sql.text("select id from mission where id = :id and deleted_at is null for update skip locked");

    private final AgroalDataSource database;

    Missions(AgroalDataSource database) {
        this.database = database;
    }

    Optional<Mission> find(Owner owner, String id) {
        return find(OWNED, owner.organizationId(), owner.mode(), id).firstResultOptional();
    }

    Mission require(Owner owner, String id) {
        return find(owner, id).orElseThrow(() -> notFound(id));
    }

    /** Whoever changes a mission holds its row first, so that of two changes the second sees the first. */
    Mission requireForChange(Owner owner, String id) {
        return find(OWNED, owner.organizationId(), owner.mode(), id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> notFound(id));
    }

    /** Holds the mission, unless someone else does already or it is gone. Only for work that no caller asked for. */
    Optional<Mission> claim(String id) {
        return CLAIM.first(database, Map.of("id", id), row -> row.getString("id"))
                .map(this::findById);
    }

    /** The set as a PostgreSQL array, or null when it is empty. */
    static String namesOf(Set<Platform> platforms) {
        return platforms.isEmpty()
                ? null
                : platforms.stream().map(Platform::name).collect(Collectors.joining(",", "{", "}"));
    }

    private static Refusal notFound(String id) {
        return Refusal.of(MissionError.MISSION_NOT_FOUND, "No such mission: %s", id);
    }
}
