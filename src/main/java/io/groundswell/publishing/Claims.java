package io.groundswell.publishing;

import io.agroal.api.AgroalDataSource;
import io.groundswell.content.ContentMoves;
import io.groundswell.content.ContentStatus;
import io.groundswell.database.Sql;
import io.groundswell.mission.MissionService;
import io.groundswell.mission.MissionStatus;
import io.groundswell.shared.Owner;
import io.groundswell.shared.PublicId;
import io.groundswell.shared.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** Hands out claims. They are committed before anything is published, so that a crash leaves a trace. */
@ApplicationScoped
class Claims {
    private static final Sql DUE = Sql.file(Claims.class, "due.sql");
    private static final EnumSet<ContentStatus> PUBLISHABLE =
            EnumSet.of(ContentStatus.APPROVED, ContentStatus.SCHEDULED, ContentStatus.FAILED);

    private final AgroalDataSource database;
    private final ContentMoves moves;
    private final MissionService missions;
    private final Publishers publishers;
    private final Clock clock;

    Claims(AgroalDataSource database, ContentMoves moves, MissionService missions, Publishers publishers, Clock clock) {
        this.database = database;
        this.moves = moves;
        this.missions = missions;
        this.publishers = publishers;
        this.clock = clock;
    }

    private record Due(Owner owner, String contentId, boolean mayBeOut) {}

    /** The items that are due, longest first, and those whose publisher was lost; nobody else gets the same ones. */
    List<Claim> due(int limit) {
        return QuarkusTransaction.requiringNew().call(() -> DUE
                .list(
                        database,
                        Map.of("now", clock.instant(), "limit", limit),
                        row -> new Due(Sql.owner(row), row.getString("id"), row.getBoolean("publish_tried")))
                .stream()
                .map(this::claim)
                .toList());
    }

    private Claim claim(Due due) {
        var leaseEnd = clock.instant().plus(Claim.LEASE);
        return Claim.of(moves.claim(due.owner(), due.contentId(), next(), leaseEnd), due.mayBeOut(), leaseEnd);
    }

    /** Claims an item that someone wants published now, whatever it is scheduled for. */
    Claim now(Owner owner, String contentId) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var content = moves.hold(owner, contentId);
            if (!PUBLISHABLE.contains(content.status())) {
                throw Refusal.of(
                        PublishError.NOT_PUBLISHABLE, "An item that is %s cannot be published", content.status());
            }
            if (missions.get(owner, content.missionId()).status() == MissionStatus.PAUSED) {
                throw Refusal.of(PublishError.MISSION_PAUSED, "The item's mission is paused");
            }
            if (publishers.of(owner, content.platform()).isEmpty()) {
                throw Refusal.of(
                        PublishError.PLATFORM_NOT_CONNECTED, "No account is connected for %s", content.platform());
            }
            var leaseEnd = clock.instant().plus(Claim.LEASE);
            var mayBeOut = content.publication().mayBeOut();
            return Claim.of(moves.claimNow(owner, contentId, next(), leaseEnd), mayBeOut, leaseEnd);
        });
    }

    private static String next() {
        return PublicId.random(16);
    }
}
