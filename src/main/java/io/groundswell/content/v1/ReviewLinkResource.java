package io.groundswell.content.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.content.ReviewLink;
import io.groundswell.content.ReviewLinkService;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.NeverBlank;
import io.groundswell.wire.WireConfig;
import io.groundswell.wire.idempotency.Idempotent;
import io.groundswell.wire.v1.V1;
import io.groundswell.wire.v1.V1List;
import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Links with which people without an account review an item. */
@Path("/v1/content/{id}/review-links")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class ReviewLinkResource {
    private static final int HOURS = 72;

    private final ReviewLinkService links;
    private final CurrentCaller caller;
    private final Clock clock;
    private final String publicUrl;

    ReviewLinkResource(ReviewLinkService links, CurrentCaller caller, Clock clock, WireConfig config) {
        this.links = links;
        this.caller = caller;
        this.clock = clock;
        this.publicUrl = config.publicUrl();
    }

    record IssueRequest(
            @Min(1) @Max(720) Integer expiresInHours,

            @Size(max = 100) @NeverBlank String reviewer) {
        Duration life() {
            return Duration.ofHours(expiresInHours == null ? HOURS : expiresInHours);
        }
    }

    record IssuedResponse(
            String id,
            String contentId,
            String url,
            @Nullable String reviewer,
            String expiresAt,
            String createdAt) {}

    @POST
    @Needs("content:write")
    @Idempotent(sealed = true)
    @ResponseStatus(201)
    @Operation(operationId = "issueReviewLink", summary = "Give out a review link")
    public IssuedResponse issue(@RestPath String id, @Valid @NotNull IssueRequest request) {
        var issued = links.issue(caller.get(), id, request.reviewer(), request.life());
        var link = issued.link();
        return new IssuedResponse(
                link.id(),
                link.contentId(),
                publicUrl + "/review/" + issued.token(),
                link.reviewer(),
                V1.time(link.expiresAt()),
                V1.time(link.createdAt()));
    }

    record LinkResponse(
            String id,
            String contentId,
            @Nullable String reviewer,
            ReviewLink.Status status,
            @Nullable String decision,
            String issuedBy,
            String expiresAt,
            @Nullable String usedAt,
            @Nullable String revokedAt,
            String createdAt) {
        static LinkResponse of(ReviewLink link, Instant now) {
            return new LinkResponse(
                    link.id(),
                    link.contentId(),
                    link.reviewer(),
                    link.status(now),
                    decision(link),
                    link.issuedBy(),
                    V1.time(link.expiresAt()),
                    V1.time(link.usedAt()),
                    V1.time(link.revokedAt()),
                    V1.time(link.createdAt()));
        }

        private static String decision(ReviewLink link) {
            return link.approved() == null ? null : link.approved() ? "approved" : "rejected";
        }
    }

    @GET
    @Needs("content:read")
    @Operation(operationId = "listReviewLinks", summary = "List an item's review links")
    public V1List<LinkResponse> list(
            @RestPath String id,
            @RestQuery String limit,
            @RestQuery("starting_after") String startingAfter,
            @RestQuery("ending_before") String endingBefore) {
        var now = clock.instant();
        return V1List.of(
                links.list(caller.owner(), id, V1.page(limit, startingAfter, endingBefore)),
                link -> LinkResponse.of(link, now));
    }

    record RevokedResponse(String id, boolean revoked, String revokedAt) {}

    @DELETE
    @Path("/{link_id}")
    @Needs("content:write")
    @Operation(operationId = "revokeReviewLink", summary = "Revoke a review link")
    public RevokedResponse revoke(@RestPath String id, @RestPath("link_id") String linkId) {
        var link = links.revoke(caller.get(), id, linkId);
        return new RevokedResponse(link.id(), true, V1.time(link.revokedAt()));
    }
}
