package io.groundswell.content.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.content.ContentService;
import io.groundswell.content.ContentStatus;
import io.groundswell.content.Moment;
import io.groundswell.content.ReviewService;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.idempotency.Idempotent;
import io.groundswell.wire.v1.V1;
import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Yes and no to one item. */
@Path("/v1/content/{id}")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class ReviewResource {
    private final ReviewService reviews;
    private final ContentService contents;
    private final CurrentCaller caller;

    ReviewResource(ReviewService reviews, ContentService contents, CurrentCaller caller) {
        this.reviews = reviews;
        this.contents = contents;
        this.caller = caller;
    }

    /** Clients know the time under both names. */
    record ApproveRequest(@Size(max = 2000) String notes, String scheduleFor, String scheduledFor, Integer version) {
        String time() {
            return scheduleFor == null ? scheduledFor : scheduleFor;
        }

        String param() {
            return scheduleFor == null ? "scheduled_for" : "schedule_for";
        }
    }

    record ApprovalsView(int required, int received) {}

    record ApproveResponse(
            String id,
            ContentStatus status,
            @Nullable String reviewedBy,
            @Nullable String reviewedAt,
            @Nullable String notes,
            @Nullable String scheduledFor,
            ApprovalsView approvals) {
        static ApproveResponse of(ReviewService.Approved approved) {
            var content = approved.content();
            var review = content.review();
            return new ApproveResponse(
                    content.id(),
                    content.status(),
                    review.reviewedBy(),
                    V1.time(review.reviewedAt()),
                    review.notes(),
                    ContentResponse.time(content.scheduling().scheduled()),
                    new ApprovalsView(approved.required(), review.yeses(content.version())));
        }
    }

    @POST
    @Path("/approve")
    @Needs("content:write")
    @Idempotent
    @Operation(operationId = "approveContent", summary = "Approve an item")
    public ApproveResponse approve(@RestPath String id, @Valid @NotNull ApproveRequest request) {
        var yes = new ReviewService.Yes(request.notes(), moment(id, request), request.param(), request.version());
        return ApproveResponse.of(reviews.approve(caller.get(), id, yes));
    }

    private Moment moment(String id, ApproveRequest request) {
        var text = request.time();
        return text == null ? null : Moment.parse(request.param(), text, contents.zone(caller.owner(), id));
    }

    record RejectRequest(
            @NotBlank @Size(max = 2000) String reason,
            @Size(max = 2000) String feedback,
            Boolean regenerate,
            Integer version) {
        ReviewService.No no() {
            return new ReviewService.No(reason, feedback, regenerate != null && regenerate, version);
        }
    }

    record RejectResponse(
            String id,
            String status,
            String reviewedBy,
            String reviewedAt,
            String reason,
            @Nullable String feedback,
            boolean regenerate,
            @Nullable String regenerationJobId) {
        static RejectResponse of(ReviewService.Rejected rejected) {
            var review = rejected.content().review();
            return new RejectResponse(
                    rejected.content().id(),
                    "rejected",
                    review.reviewedBy(),
                    V1.time(review.reviewedAt()),
                    review.reason(),
                    review.feedback(),
                    rejected.jobId() != null,
                    rejected.jobId());
        }
    }

    @POST
    @Path("/reject")
    @Needs("content:write")
    @Idempotent
    @Operation(operationId = "rejectContent", summary = "Reject an item")
    public RejectResponse reject(@RestPath String id, @Valid @NotNull RejectRequest request) {
        return RejectResponse.of(reviews.reject(caller.get(), id, request.no()));
    }
}
