package io.groundswell.video;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.DatabaseFaults;
import io.groundswell.database.Edge;
import io.groundswell.database.Listing;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.shared.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Those that are there: neither excluded, nor of a creator who was removed, unless it is said otherwise. */
@ApplicationScoped
class Videos implements PanacheRepositoryBase<Video, UUID> {
    private static final String WITH_ITS_CREATOR =
            " and not exists (select 1 from Creator c where c.id = e.creatorId and c.removedAt is not null)";
    private static final String THERE = " and e.trackingStatus <> EXCLUDED" + WITH_ITS_CREATOR;
    private static final String OWNED = "from Video e where e.organizationId = ?1 and e.mode = ?2 and e.id = ?3";
    private static final String OF_PROGRAM = "from Video e where e.programId = ?1";

    private static final Sql IDS = Sql.file(Videos.class, "ids-at.sql");

    private final AgroalDataSource database;

    Videos(AgroalDataSource database) {
        this.database = database;
    }

    Video require(Owner owner, UUID id) {
        return found(find(OWNED + THERE, owner.organizationId(), owner.mode(), id), id);
    }

    Video requireForChange(Owner owner, UUID id) {
        return found(held(find(OWNED + THERE, owner.organizationId(), owner.mode(), id)), id);
    }

    /** It may be one that is excluded. */
    Video requireForDecision(Owner owner, UUID id) {
        return found(held(find(OWNED + WITH_ITS_CREATOR, owner.organizationId(), owner.mode(), id)), id);
    }

    private static PanacheQuery<Video> held(PanacheQuery<Video> query) {
        return query.withLock(LockModeType.PESSIMISTIC_WRITE);
    }

    private static Video found(PanacheQuery<Video> query, UUID id) {
        return query.firstResultOptional().orElseThrow(() -> notFound(id));
    }

    static Refusal notFound(UUID id) {
        return Refusal.of(VideoError.VIDEO_NOT_FOUND, "No such video: %s", id);
    }

    /** All of them, in the order of the ids, or none. They are held in one order by everybody. */
    List<Video> requireAllForChange(UUID programId, List<UUID> ids) {
        var found = new HashMap<UUID, Video>();
        held(find(OF_PROGRAM + " and e.id in ?2" + THERE + " order by e.id", programId, ids)).stream()
                .forEach(video -> found.put(video.id(), video));
        return ids.stream()
                .map(id -> Optional.ofNullable(found.get(id)).orElseThrow(() -> notFound(id)))
                .toList();
    }

    /** Those at addresses, by the keys of these, whether they are there for anybody or not. They are held in one order by everybody. */
    Map<String, Video> at(UUID programId, Collection<VideoAddress> addresses) {
        var platforms = keys(addresses, address -> address.platformId() != null);
        var urls = keys(addresses, address -> address.platformId() == null);
        var found = new HashMap<String, Video>();
        if (!platforms.isEmpty()) {
            held(find(OF_PROGRAM + " and e.platformId in ?2 order by e.id", programId, platforms)).stream()
                    .forEach(video -> found.put(video.platformId(), video));
        }
        if (!urls.isEmpty()) {
            held(find(OF_PROGRAM + " and e.platformId is null and e.url in ?2 order by e.id", programId, urls)).stream()
                    .forEach(video -> found.put(video.url(), video));
        }
        return found;
    }

    /** By the keys of their addresses. */
    Map<String, UUID> ids(Owner owner, UUID programId, Collection<VideoAddress> addresses) {
        var values = Sql.owned(owner);
        values.put("program", programId.toString());
        values.put("platforms", keys(addresses, address -> address.platformId() != null));
        values.put("urls", keys(addresses, address -> address.platformId() == null));
        var ids = new HashMap<String, UUID>();
        IDS.list(database, values, row -> ids.put(row.getString("key"), UUID.fromString(row.getString("id"))));
        return ids;
    }

    private static List<String> keys(Collection<VideoAddress> addresses, Predicate<VideoAddress> some) {
        return addresses.stream().filter(some).map(VideoAddress::key).distinct().toList();
    }

    /** Writes what was decided. The sums of creators follow at that moment. */
    void settle() {
        try {
            flush();
        } catch (PersistenceException failure) {
            if (DatabaseFaults.isTooMuch(failure)) {
                throw Refusal.of(
                        VideoError.TOO_MUCH_TOGETHER,
                        "With this video, those of its creator would count more than %,d together",
                        Long.MAX_VALUE);
            }
            throw failure;
        }
    }

    boolean isThere(Video video) {
        return count("from Video e where e.id = ?1" + THERE, video.id()) > 0;
    }

    boolean isItsCreatorThere(Video video) {
        return count("from Video e where e.id = ?1" + WITH_ITS_CREATOR, video.id()) > 0;
    }

    /**
     * @param programId null for all programmes
     * @param creatorId null for all creators
     */
    Page<Video> page(Owner owner, UUID programId, UUID creatorId, int limit, Edge edge) {
        return Listing.newestFirst(Video.class)
                .within("e.organizationId = :value" + THERE, owner.organizationId())
                .within("e.mode = :value", owner.mode())
                .and("e.programId = :value", programId)
                .and("e.creatorId = :value", creatorId)
                .page(getEntityManager(), limit, edge);
    }
}
