package io.groundswell.video;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.Limit;
import io.groundswell.account.OrganizationService;
import io.groundswell.database.Alone;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * How many videos there may be. An organization tracks as many as it is granted: those that count and are not switched off.
 * What it keeps beside these has a limit of its own, so that nobody can pile up what is switched off or excluded.
 */
@ApplicationScoped
class VideoRoom {
    private static final int MOST_OF_A_PROGRAM = 100_000;
    private static final Sql TRACKED = Sql.file(VideoRoom.class, "tracked-videos.sql");

    private final AgroalDataSource database;
    private final Videos videos;
    private final OrganizationService organizations;

    VideoRoom(AgroalDataSource database, Videos videos, OrganizationService organizations) {
        this.database = database;
        this.videos = videos;
        this.organizations = organizations;
    }

    /** Whoever tracks more videos goes first here: before it holds any, and until its transaction ends. */
    void beAlone(Owner owner) {
        Alone.with(database, "videos " + owner);
    }

    /** @param more that are about to be tracked; they are not yet, in the database */
    void require(Owner owner, long more) {
        if (more > 0) {
            organizations
                    .get(owner.organizationId())
                    .requireRoom(Limit.MAX_TRACKED_VIDEOS_PER_ORG, tracked(owner), more);
        }
    }

    /** How many more of this status there may be. */
    long left(Owner owner, UUID programId, TrackingStatus status) {
        var inProgram = MOST_OF_A_PROGRAM - kept(programId);
        var granted = organizations.get(owner.organizationId()).granted(Limit.MAX_TRACKED_VIDEOS_PER_ORG);
        if (granted == Limit.UNLIMITED || !status.counts()) {
            return Math.max(0, inProgram);
        }
        return Math.max(0, Math.min(inProgram, granted - tracked(owner)));
    }

    private long tracked(Owner owner) {
        return TRACKED.first(database, Sql.owned(owner), row -> row.getLong("tracked"))
                .orElseThrow();
    }

    void requireIn(UUID programId, int more) {
        if (more > 0 && kept(programId) + more > MOST_OF_A_PROGRAM) {
            throw Refusal.of(
                    VideoError.TOO_MANY_VIDEOS,
                    "A project keeps %,d videos at most, tracked or not. Delete some first",
                    MOST_OF_A_PROGRAM);
        }
    }

    private long kept(UUID programId) {
        return videos.count("programId = ?1", programId);
    }
}
