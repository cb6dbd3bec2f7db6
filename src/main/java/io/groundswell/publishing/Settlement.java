package io.groundswell.publishing;

import io.groundswell.content.Content;
import io.groundswell.content.ContentMoves;
import io.groundswell.content.Publication;
import io.groundswell.mission.MissionService;
import io.groundswell.mission.MissionStatus;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Writes down what became of a claim, each time in a transaction of its own. */
@ApplicationScoped
class Settlement {
    private static final Logger LOG = Logger.getLogger(Settlement.class);

    private final ContentMoves moves;
    private final Agenda agenda;
    private final MissionService missions;
    private final Reslotting reslotting;

    Settlement(ContentMoves moves, Agenda agenda, MissionService missions, Reslotting reslotting) {
        this.moves = moves;
        this.agenda = agenda;
        this.missions = missions;
        this.reslotting = reslotting;
    }

    void published(Claim claim, Delivered delivered) {
        var post = delivered.post();
        var edition = delivered.edition();
        settle(
                claim,
                content -> moves.published(
                        content,
                        new Publication.Outcome(
                                edition.version(),
                                post.postId(),
                                post.url(),
                                post.externalId(),
                                edition.variationId())));
    }

    void failed(Claim claim, String error) {
        settle(claim, content -> moves.failed(content, error));
    }

    void retryAt(Claim claim, String error, Instant at) {
        settle(claim, content -> moves.release(content, error, at));
    }

    /** Gives back an item that may not be published now: a completed mission's for good, any other until its mission and its organization go on. */
    void giveBack(Claim claim) {
        settle(claim, content -> {
            moves.release(content, null, claim.dueAt());
            if (missions.get(claim.owner(), content.missionId()).status() == MissionStatus.COMPLETED) {
                moves.unschedule(claim.owner(), claim.contentId(), true);
            }
        });
    }

    /** Gives an item that missed its time another; without room before its mission ends it is held back. */
    void moveOn(Claim claim) {
        QuarkusTransaction.requiringNew().run(() -> {
            agenda.hold(claim.owner());
            settleHere(claim, content -> {
                moves.release(content, null, claim.dueAt());
                reslotting
                        .next(content)
                        .ifPresentOrElse(
                                moment -> moves.schedule(claim.owner(), claim.contentId(), moment),
                                () -> moves.unschedule(claim.owner(), claim.contentId(), true));
            });
        });
    }

    private void settle(Claim claim, Consumer<Content> write) {
        QuarkusTransaction.requiringNew().run(() -> settleHere(claim, write));
    }

    private void settleHere(Claim claim, Consumer<Content> write) {
        var content = moves.hold(claim.owner(), claim.contentId());
        if (claim.id().equals(content.publication().claim())) {
            write.accept(content);
        } else {
            // Whoever took over asks the network for the outcome and settles it.
            LOG.warnf("The claim on %s ran out before it was settled", claim.contentId());
        }
    }
}
