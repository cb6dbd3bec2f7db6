package io.groundswell.content;

import io.groundswell.account.OrganizationService;
import io.groundswell.account.Scope;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** What the holder of a review link sees and does. */
@ApplicationScoped
public class LinkReview {
    private final ReviewLinks links;
    private final Contents contents;
    private final ReviewService reviews;
    private final Approvers approvers;
    private final OrganizationService organizations;
    private final Clock clock;

    LinkReview(
            ReviewLinks links,
            Contents contents,
            ReviewService reviews,
            Approvers approvers,
            OrganizationService organizations,
            Clock clock) {
        this.links = links;
        this.contents = contents;
        this.reviews = reviews;
        this.approvers = approvers;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** A link with its item and the name of the organization that asks. */
    public record Opened(ReviewLink link, Content content, String organization) {}

    /** Looking changes nothing, so mail scanners that open every link do no harm. */
    @Transactional
    public Opened open(String token) {
        var target = links.target(token);
        return opened(target.owner(), links.require(token), contents.require(target.owner(), target.contentId()));
    }

    @Transactional
    public Opened approve(String token, String notes, int version) {
        var opened = hold(token);
        reviews.approve(opened.link().asReviewer(), opened.content().id(), ReviewService.Yes.to(version, notes));
        opened.link().use(true, clock.instant());
        return opened;
    }

    @Transactional
    public Opened reject(String token, String reason, int version) {
        var opened = hold(token);
        reviews.reject(
                opened.link().asReviewer(), opened.content().id(), new ReviewService.No(reason, null, false, version));
        opened.link().use(false, clock.instant());
        return opened;
    }

    /** Holds the item, and with it every link to it: of two votes at once the second sees the first. */
    private Opened hold(String token) {
        var target = links.target(token);
        var content = contents.requireForChange(target.owner(), target.contentId());
        var opened = opened(target.owner(), links.require(token), content);
        if (opened.link().usedAt() != null) {
            throw Refusal.of(ContentError.REVIEW_LINK_USED, "You have answered with this link already");
        }
        if (!content.status().isOpenToReview()) {
            throw Refusal.of(ContentError.CONTENT_STATE, "This was decided by somebody else meanwhile");
        }
        return opened;
    }

    private Opened opened(Owner owner, ReviewLink link, Content content) {
        link.requireAlive(clock.instant());
        var mayReview = organizations.may(owner.organizationId(), link.issuedBy(), Scope.CONTENT_WRITE);
        if (!mayReview || !approvers.takeLinks(owner)) {
            throw Refusal.of(
                    ContentError.REVIEW_LINK_OVER, "Whoever sent you this link may not let you review any more");
        }
        return new Opened(
                link, content, organizations.get(owner.organizationId()).name());
    }
}
