package io.groundswell.source;

import io.agroal.api.AgroalDataSource;
import io.groundswell.creator.CreatorService;
import io.groundswell.database.Sql;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import io.groundswell.video.VideoService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Looks creators and videos up ahead of schedule, on request. */
@ApplicationScoped
public class UpdateService {
    private static final Sql CREATOR = Sql.file(UpdateService.class, "creator-state.sql");
    private static final Sql VIDEO = Sql.file(UpdateService.class, "video-state.sql");

    private final CreatorService creators;
    private final VideoService videos;
    private final Quota quota;
    private final Waking waking;
    private final AgroalDataSource database;
    private final Clock clock;

    UpdateService(
            CreatorService creators,
            VideoService videos,
            Quota quota,
            Waking waking,
            AgroalDataSource database,
            Clock clock) {
        this.creators = creators;
        this.videos = videos;
        this.quota = quota;
        this.waking = waking;
        this.database = database;
        this.clock = clock;
    }

    @Transactional
    public UpdateState ofCreator(Owner owner, UUID id) {
        creators.get(owner, id);
        return stateOfCreator(id);
    }

    @Transactional
    public UpdateState ofVideo(Owner owner, UUID id) {
        videos.get(owner, id);
        return stateOfVideo(id);
    }

    /** With its videos. */
    @Transactional
    public UpdateState updateCreator(Caller caller, UUID id) {
        var creator = creators.get(caller.owner(), id);
        requirePossible(creator.disabledAt(), stateOfCreator(id));
        quota.charge(caller.owner());
        waking.creator(id, clock.instant());
        return stateOfCreator(id);
    }

    @Transactional
    public UpdateState updateVideo(Caller caller, UUID id) {
        var video = videos.get(caller.owner(), id);
        requirePossible(video.disabledAt(), stateOfVideo(id));
        quota.charge(caller.owner());
        waking.video(id, clock.instant());
        return stateOfVideo(id);
    }

    private static void requirePossible(Instant disabledAt, UpdateState state) {
        if (disabledAt != null) {
            throw Refusal.of(SourceError.TRACKING_DISABLED, "Tracking is switched off. Switch it on first");
        }
        if (state.source() == null) {
            throw Refusal.of(SourceError.NO_SOURCE, "None of the project's sources can look it up");
        }
    }

    /** Between the look at the creator and this one its project may be deleted. */
    private UpdateState stateOfCreator(UUID id) {
        return state(CREATOR, id).orElseThrow(() -> CreatorService.notFound(id));
    }

    private UpdateState stateOfVideo(UUID id) {
        return state(VIDEO, id).orElseThrow(() -> VideoService.notFound(id));
    }

    private Optional<UpdateState> state(Sql question, UUID id) {
        return question.first(database, Map.of("id", id, "now", clock.instant()), UpdateService::state);
    }

    private static UpdateState state(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        return new UpdateState(
                kind == null ? null : SourceKind.valueOf(kind),
                row.getBoolean("queued"),
                Sql.instant(row, "updated_at"),
                Sql.instant(row, "due_at"),
                row.getString("notice"),
                row.getString("avatar_url"),
                row.getString("bio"));
    }
}
