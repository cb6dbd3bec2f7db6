package io.groundswell.video;

import io.groundswell.account.AuditTrail;
import io.groundswell.program.ProgramService;
import io.groundswell.shared.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Switches videos off and on. What was measured of one that is off keeps counting. */
@ApplicationScoped
public class VideoTracking {
    private final Videos videos;
    private final VideoRoom room;
    private final ProgramService programs;
    private final AuditTrail audit;
    private final Clock clock;

    VideoTracking(Videos videos, VideoRoom room, ProgramService programs, AuditTrail audit, Clock clock) {
        this.videos = videos;
        this.room = room;
        this.programs = programs;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Video disable(Caller caller, UUID id) {
        return disable(caller, List.of(videos.requireForChange(caller.owner(), id)))
                .get(0);
    }

    /** All of them, or none. */
    @Transactional
    public List<Video> disable(Caller caller, UUID programId, List<UUID> ids) {
        programs.hold(caller.owner(), programId);
        return disable(caller, videos.requireAllForChange(programId, ids));
    }

    private List<Video> disable(Caller caller, List<Video> found) {
        found.stream()
                .filter(video -> video.disable(clock.instant()))
                .forEach(video -> audit(caller, "video.tracking_disabled", video));
        return found;
    }

    @Transactional
    public Video enable(Caller caller, UUID id) {
        room.beAlone(caller.owner());
        return enable(caller, List.of(videos.requireForChange(caller.owner(), id)))
                .get(0);
    }

    /** All of them, or none. */
    @Transactional
    public List<Video> enable(Caller caller, UUID programId, List<UUID> ids) {
        room.beAlone(caller.owner());
        programs.hold(caller.owner(), programId);
        return enable(caller, videos.requireAllForChange(programId, ids));
    }

    private List<Video> enable(Caller caller, List<Video> found) {
        var more = found.stream()
                .filter(video ->
                        video.disabledAt() != null && video.trackingStatus().counts())
                .count();
        room.require(caller.owner(), more);
        found.stream()
                .filter(video -> video.enable(clock.instant()))
                .forEach(video -> audit(caller, "video.tracking_enabled", video));
        return found;
    }

    private void audit(Caller caller, String action, Video video) {
        audit.record(caller.owner(), caller.userId(), action, video.id().toString(), Map.of("url", video.url()));
    }
}
