package io.groundswell.video;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.AuditTrail;
import io.groundswell.account.OrganizationService;
import io.groundswell.creator.CreatorService;
import io.groundswell.creator.TrackingMode;
import io.groundswell.database.Sql;
import io.groundswell.program.ProgramService;
import io.groundswell.program.ProgramService.Note;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Adds the videos of a creator that were found, as far as there is room for them. */
@ApplicationScoped
public class VideoDiscovery {
    private static final Sql KNOWN = Sql.text("""
            select platform_id from video where program_id = :program and platform_id = any (cast(:ids as text[]))""");

    private final Videos videos;
    private final VideoRoom room;
    private final ProgramService programs;
    private final CreatorService creators;
    private final OrganizationService organizations;
    private final AuditTrail audit;
    private final AgroalDataSource database;
    private final Clock clock;

    VideoDiscovery(
            Videos videos,
            VideoRoom room,
            ProgramService programs,
            CreatorService creators,
            OrganizationService organizations,
            AuditTrail audit,
            AgroalDataSource database,
            Clock clock) {
        this.videos = videos;
        this.room = room;
        this.programs = programs;
        this.creators = creators;
        this.organizations = organizations;
        this.audit = audit;
        this.database = database;
        this.clock = clock;
    }

    /** @param postedAt null when nobody knows */
    public record Found(VideoAddress address, String title, Instant postedAt) {}

    /**
     * @param ids of those that were added, by their ids on the platform
     * @param isFull whether there was no room for others
     * @param isOld whether all were posted before the creator is tracked
     */
    public record Added(Map<String, UUID> ids, boolean isFull, boolean isOld) {}

    /** @param found each with an id on the platform of its own */
    @Transactional(TxType.MANDATORY)
    public Added add(Owner owner, UUID programId, UUID creatorId, Collection<Found> found) {
        room.beAlone(owner);
        programs.hold(owner, programId);
        var creator = creators.hold(owner, programId, creatorId);
        var zone = organizations.zone(owner);
        var recent = found.stream()
                .filter(video -> video.postedAt() == null
                        || !LocalDate.ofInstant(video.postedAt(), zone).isBefore(creator.trackingStartDate()))
                .toList();
        var known = known(programId, recent);
        var fresh = recent.stream()
                .filter(video -> !known.contains(video.address().platformId()))
                .toList();
        var status = creator.trackingMode() == TrackingMode.AUTO
                ? TrackingStatus.AUTO_TRACKED
                : TrackingStatus.PENDING_REVIEW;
        var most = fresh.isEmpty() ? 0 : room.left(owner, programId, status);
        var ids = new LinkedHashMap<String, UUID>();
        fresh.stream()
                .limit(most)
                .forEach(one -> ids.put(one.address().platformId(), add(owner, programId, creatorId, one, status)));
        if (!ids.isEmpty()) {
            // What is measured of them is written right after this, past Hibernate.
            videos.flush();
            audit.record(
                    owner,
                    AuditTrail.SYSTEM,
                    "videos.found",
                    creatorId.toString(),
                    Map.of("videos", Integer.toString(ids.size())));
        }
        return new Added(ids, ids.size() < fresh.size(), !found.isEmpty() && recent.isEmpty());
    }

    private Set<String> known(UUID programId, List<Found> found) {
        var ids = found.stream().map(video -> video.address().platformId()).toList();
        return new HashSet<>(
                KNOWN.list(database, Map.of("program", programId, "ids", ids), row -> row.getString("platform_id")));
    }

    private UUID add(Owner owner, UUID programId, UUID creatorId, Found found, TrackingStatus status) {
        var details = new VideoDetails(
                new Note(found.title()), new VideoDetails.Posted(found.postedAt()), null, null, status);
        var video = new Video(owner, programId, found.address(), creatorId, details, clock.instant());
        videos.persist(video);
        return video.id();
    }
}
