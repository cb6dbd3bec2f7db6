package io.groundswell.content.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.content.BulkReview;
import io.groundswell.shared.Kind;
import io.groundswell.shared.Refusal;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.idempotency.Idempotent;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The same yes or no to many items. */
@Path("/v1/content/bulk")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class BulkResource {
    private final BulkReview reviews;
    private final CurrentCaller caller;

    BulkResource(BulkReview reviews, CurrentCaller caller) {
        this.reviews = reviews;
        this.caller = caller;
    }

    record BulkApproveRequest(
            @NotEmpty @Size(max = 100) List<@NotNull String> contentIds,
            @Size(max = 2000) String notes) {}

    record BulkRejectRequest(
            @NotEmpty @Size(max = 100) List<@NotNull String> contentIds,
            @NotBlank @Size(max = 2000) String reason,
            @Size(max = 2000) String feedback,
            Boolean regenerate) {}

    record Error(String code, String message) {}

    record FailedItem(String id, Error error) {
        static FailedItem of(String id, Refusal refusal) {
            return new FailedItem(id, new Error(code(refusal.code().kind()), refusal.getMessage()));
        }

        private static String code(Kind kind) {
            return switch (kind) {
                case NOT_FOUND -> "not_found";
                case FORBIDDEN -> "forbidden";
                case CONFLICT -> "conflict";
                case TOO_MANY -> "rate_limit_exceeded";
                case UNAVAILABLE -> "service_unavailable";
                default -> "validation_error";
            };
        }
    }

    /** @param pending what took the yes but needs those of other people as well */
    record BulkApproveResponse(
            List<String> approved,
            List<String> pending,
            List<FailedItem> failed,
            int approvedCount,
            int pendingCount,
            int failedCount) {}

    record BulkRejectResponse(List<String> rejected, List<FailedItem> failed, int rejectedCount, int failedCount) {}

    @POST
    @Path("/approve")
    @Needs("content:write")
    @Idempotent(detached = true)
    @Operation(operationId = "approveMany", summary = "Approve many items")
    public BulkApproveResponse approve(@Valid @NotNull BulkApproveRequest request) {
        var result = reviews.approve(caller.get(), request.contentIds(), request.notes());
        var failed = failed(result);
        return new BulkApproveResponse(
                result.done(),
                result.waiting(),
                failed,
                result.done().size(),
                result.waiting().size(),
                failed.size());
    }

    @POST
    @Path("/reject")
    @Needs("content:write")
    @Idempotent(detached = true)
    @Operation(operationId = "rejectMany", summary = "Reject many items")
    public BulkRejectResponse reject(@Valid @NotNull BulkRejectRequest request) {
        var regenerate = request.regenerate() != null && request.regenerate();
        var result =
                reviews.reject(caller.get(), request.contentIds(), request.reason(), request.feedback(), regenerate);
        var failed = failed(result);
        return new BulkRejectResponse(result.done(), failed, result.done().size(), failed.size());
    }

    private static List<FailedItem> failed(BulkReview.Result result) {
        return result.refused().entrySet().stream()
                .map(entry -> FailedItem.of(entry.getKey(), entry.getValue()))
                .toList();
    }
}
