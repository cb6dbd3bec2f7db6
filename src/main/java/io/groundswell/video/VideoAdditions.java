package io.groundswell.video;

import io.groundswell.account.AuditTrail;
import io.groundswell.creator.CreatorService;
import io.groundswell.program.ProgramService;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Kind;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Adds videos to programmes by their addresses. One that was there for nobody comes back, with what was measured of it. */
@ApplicationScoped
public class VideoAdditions {
    private final Videos videos;
    private final VideoRoom room;
    private final ProgramService programs;
    private final CreatorService creators;
    private final VideoNews news;
    private final AuditTrail audit;
    private final Clock clock;

    VideoAdditions(
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

    public record Added(Video video, boolean isNew) {}

    /** @param creatorId null when nobody knows whose it is */
    public record Wanted(VideoAddress address, UUID creatorId, VideoDetails told) {
        boolean counts() {
            return told.status() == null || told.status().counts();
        }
    }

    /** Whether it was refused because there is no room for another video. */
    public static boolean isFull(Refusal refusal) {
        return refusal.code().kind() == Kind.LIMIT_REACHED || refusal.code() == VideoError.TOO_MANY_VIDEOS;
    }

    /** What is looked up from here on, of which videos are there, stays so until the transaction at hand ends. */
    @Transactional(TxType.MANDATORY)
    public void beAlone(Owner owner) {
        room.beAlone(owner);
    }

    /** @param creatorId null when nobody knows whose it is */
    @Transactional
    public Added add(Caller caller, UUID programId, VideoAddress address, UUID creatorId, VideoDetails told) {
        return add(caller, programId, List.of(new Wanted(address, creatorId, told)))
                .get(0);
    }

    /**
     * All or none of them.
     *
     * @param wanted at different addresses
     */
    @Transactional
    public List<Added> add(Caller caller, UUID programId, List<Wanted> wanted) {
        var owner = caller.owner();
        room.beAlone(owner);
        programs.hold(owner, programId);
        wanted.stream()
                .map(Wanted::creatorId)
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.comparing(UUID::toString))
                .forEach(creatorId -> creators.hold(owner, programId, creatorId));
        room.require(owner, wanted.stream().filter(Wanted::counts).count());
        var known = videos.at(programId, wanted.stream().map(Wanted::address).toList());
        for (var one : wanted) {
            if (known.containsKey(one.address().key())) {
                again(owner, known.get(one.address().key()), one.creatorId(), one.told());
            }
        }
        room.requireIn(programId, wanted.size() - known.size());
        var added = wanted.stream()
                .map(one ->
                        added(caller, programId, one, known.get(one.address().key())))
                .toList();
        if (!known.isEmpty()) {
            videos.settle();
        }
        return added;
    }

    private Added added(Caller caller, UUID programId, Wanted wanted, Video known) {
        var owner = caller.owner();
        var video = known == null
                ? new Video(owner, programId, wanted.address(), wanted.creatorId(), wanted.told(), clock.instant())
                : known;
        if (known == null) {
            videos.persist(video);
        }
        var action = known == null ? "video.added" : "video.returned";
        audit.record(owner, caller.userId(), action, video.id().toString(), Map.of("url", video.url()));
        return new Added(video, known == null);
    }

    private void again(Owner owner, Video known, UUID creatorId, VideoDetails told) {
        if (videos.isThere(known)) {
            throw Refusal.of(VideoError.DUPLICATE, "The project has this video already: %s", known.id());
        }
        var itsCreator = videos.isItsCreatorThere(known) ? known.creatorId() : null;
        var readme = known.readme();
        known.addAgain(creatorId == null ? itsCreator : creatorId, told, clock.instant());
        news.tell(owner, known, readme);
    }
}
