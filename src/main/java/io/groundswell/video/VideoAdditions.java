package io.groundswell.video;

import io.groundswell.account.AuditTrail;
import io.groundswell.creator.CreatorService;
import io.groundswell.program.ProgramService;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Adds videos to programmes by their addresses. One that was there for nobody comes back, with what was measured of it. */
@ApplicationScoped
public class VideoAdditions {
    private final Videos videos;
    private final VideoRoom room;
    private final ProgramService programs;
    private final CreatorService creators;
    private final AuditTrail audit;
    private final Clock clock;

    VideoAdditions(
            Videos videos,
            VideoRoom room,
            ProgramService programs,
            CreatorService creators,
            AuditTrail audit,
            Clock clock) {
        this.videos = videos;
        this.room = room;
        this.programs = programs;
        this.creators = creators;
        this.audit = audit;
        this.clock = clock;
    }

    public record Added(Video video, boolean isNew) {}

    /** @param creatorId null when nobody knows whose it is */
    @Transactional
    public Added add(Caller caller, UUID programId, VideoAddress address, UUID creatorId, VideoDetails told) {
        var owner = caller.owner();
        room.beAlone(owner);
        programs.hold(owner, programId);
        if (creatorId != null) {
            creators.hold(owner, programId, creatorId);
        }
        room.require(owner, told.status() == null || told.status().counts() ? 1 : 0);
        var known = videos.at(programId, address).orElse(null);
        var video = known == null ? null : again(known, creatorId, told);
        if (known == null) {
            room.requireIn(programId);
            video = new Video(owner, programId, address, creatorId, told, clock.instant());
            videos.persist(video);
        }
        var action = known == null ? "video.added" : "video.returned";
        audit.record(owner, caller.userId(), action, video.id().toString(), Map.of("url", video.url()));
        return new Added(video, known == null);
    }

    private Video again(Video known, UUID creatorId, VideoDetails told) {
        if (videos.isThere(known)) {
            throw Refusal.of(VideoError.DUPLICATE, "The project has this video already: %s", known.id());
        }
        var itsCreator = videos.isItsCreatorThere(known) ? known.creatorId() : null;
        known.addAgain(creatorId == null ? itsCreator : creatorId, told, clock.instant());
        return known;
    }
}
