package io.groundswell.video;

import io.groundswell.account.AuditTrail;
import io.groundswell.creator.CreatorService;
import io.groundswell.database.Edge;
import io.groundswell.program.ProgramService;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Lists, reads, changes and deletes videos. */
@ApplicationScoped
public class VideoService {
    private final Videos videos;
    private final VideoRoom room;
    private final ProgramService programs;
    private final CreatorService creators;
    private final VideoNews news;
    private final AuditTrail audit;
    private final Clock clock;

    VideoService(
            Videos videos,
            VideoRoom room,
            ProgramService programs,
            CreatorService creators,
            VideoNews news,
            AuditTrail audit,
            Clock clock) {
        this.videos = videos;
        this.room = room;
        this.programs = programs;
        this.creators = creators;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param programId null for all programmes
     * @param creatorId null for all creators
     */
    @Transactional
    public Page<Video> list(Owner owner, UUID programId, UUID creatorId, int limit, Edge edge) {
        if (programId != null) {
            programs.get(owner, programId);
        }
        if (creatorId != null) {
            creators.get(owner, creatorId);
        }
        return videos.page(owner, programId, creatorId, limit, edge);
    }

    /** Ids of videos neither excluded nor of a removed creator, by the keys of their addresses. */
    @Transactional
    public Map<String, UUID> ids(Owner owner, UUID programId, Collection<VideoAddress> addresses) {
        return addresses.isEmpty() ? Map.of() : videos.ids(owner, programId, addresses);
    }

    @Transactional
    public Video get(Owner owner, UUID id) {
        return videos.require(owner, id);
    }

    /** For those who find that one is gone that was there a moment ago. */
    public static Refusal notFound(UUID id) {
        return Videos.notFound(id);
    }

    /** An excluded video is not found, unless this change includes it, or excludes it once more. */
    @Transactional
    public Video change(Caller caller, UUID id, VideoDetails told) {
        var owner = caller.owner();
        if (told.status() == TrackingStatus.INCLUDED) {
            room.beAlone(owner);
        }
        var video = told.status() == TrackingStatus.INCLUDED || told.status() == TrackingStatus.EXCLUDED
                ? videos.requireForDecision(owner, id)
                : videos.requireForChange(owner, id);
        var decided = told.status() != null && told.status() != video.trackingStatus();
        if (decided) {
            decide(owner, video, told.status());
        }
        var readme = video.readme();
        if (video.describe(told, clock.instant()) || decided) {
            audit(caller, "video.changed", video);
        }
        news.tell(owner, video, readme);
        if (decided) {
            videos.settle();
        }
        return video;
    }

    private void decide(Owner owner, Video video, TrackingStatus decision) {
        var isMore = decision.counts() && !video.trackingStatus().counts() && video.disabledAt() == null;
        room.require(owner, isMore ? 1 : 0);
        video.decide(decision, clock.instant());
    }

    /** With all that was measured of it, for good. */
    @Transactional
    public Video delete(Caller caller, UUID id) {
        var video = videos.requireForChange(caller.owner(), id);
        videos.delete(video);
        audit(caller, "video.deleted", video);
        return video;
    }

    private void audit(Caller caller, String action, Video video) {
        var details = Map.of(
                "url", video.url(), "tracking_status", video.trackingStatus().toString());
        audit.record(caller.owner(), caller.userId(), action, video.id().toString(), details);
    }
}
