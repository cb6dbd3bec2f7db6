package io.groundswell.content;

import io.groundswell.account.AuditTrail;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Gives out links with which somebody without an account reviews an item, and takes them back. */
@ApplicationScoped
public class ReviewLinkService {
    private static final int MOST_OPEN = 20;

    private final Contents contents;
    private final ReviewLinks links;
    private final Approvers approvers;
    private final AuditTrail audit;
    private final Clock clock;

    ReviewLinkService(Contents contents, ReviewLinks links, Approvers approvers, AuditTrail audit, Clock clock) {
        this.contents = contents;
        this.links = links;
        this.approvers = approvers;
        this.audit = audit;
        this.clock = clock;
    }

    /** The token opens the link, and nobody can tell it later. */
    public record Issued(ReviewLink link, String token) {
        @Override
        public String toString() {
            return link.id();
        }
    }

    /** Whoever gives out a link lends somebody their own yes: only those who may approve can. */
    @Transactional
    public Issued issue(Caller caller, String contentId, String reviewer, Duration life) {
        var now = clock.instant();
        var content = contents.requireForChange(caller.owner(), contentId);
        if (!content.status().isOpenToReview()) {
            throw Refusal.of(ContentError.CONTENT_STATE, "An item that is %s is not up for review", content.status());
        }
        if (!approvers.takeLinks(caller.owner())) {
            throw Refusal.of(ContentError.REVIEW_LINKS_OFF, "Review links are switched off for this organization");
        }
        approvers.require(content, caller.userId());
        if (links.open(contentId, now) >= MOST_OPEN) {
            throw Refusal.of(
                    ContentError.TOO_MANY_REVIEW_LINKS,
                    "An item has at most %d open review links. Revoke one first",
                    MOST_OPEN);
        }
        var token = ReviewLink.token();
        var link = new ReviewLink(caller.owner(), contentId, token, caller.userId(), reviewer, life, now);
        links.persist(link);
        audit.record(caller.owner(), caller.userId(), "review_link.issued", link.id(), about(contentId));
        return new Issued(link, token);
    }

    private static Map<String, String> about(String contentId) {
        return Map.of("content_id", contentId);
    }

    /** Newest first. */
    @Transactional
    public Page<ReviewLink> list(Owner owner, String contentId, Page.Request request) {
        contents.require(owner, contentId);
        return links.page(owner, contentId, request);
    }

    /** A link that was used or is too old can be revoked, too: it shows nothing from then on. */
    @Transactional
    public ReviewLink revoke(Caller caller, String contentId, String linkId) {
        contents.requireForChange(caller.owner(), contentId);
        var link = links.require(caller.owner(), contentId, linkId);
        if (link.revokedAt() == null) {
            link.revoke(clock.instant());
            audit.record(caller.owner(), caller.userId(), "review_link.revoked", linkId, about(contentId));
        }
        return link;
    }
}
