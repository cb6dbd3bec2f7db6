package io.groundswell.account.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.account.AuditEntry;
import io.groundswell.account.AuditFilter;
import io.groundswell.account.AuditTrail;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.v1.V1;
import io.groundswell.wire.v1.V1List;
import jakarta.annotation.Nullable;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** Who changed what in the organization. */
@Path("/v1/audit")
@Produces(APPLICATION_JSON)
class AuditResource {
    private final AuditTrail audit;
    private final CurrentCaller caller;

    AuditResource(AuditTrail audit, CurrentCaller caller) {
        this.audit = audit;
        this.caller = caller;
    }

    record ListQuery(
            @RestQuery String action,
            @RestQuery("user_id") String userId,
            @RestQuery String subject,
            @RestQuery("created_after") String createdAfter,
            @RestQuery("created_before") String createdBefore) {
        AuditFilter filter() {
            return new AuditFilter(
                    V1.words("action", action, "[a-z_]+\\.[a-z_]+", "api_key.created"),
                    userId,
                    subject,
                    V1.instant("created_after", createdAfter),
                    V1.instant("created_before", createdBefore));
        }
    }

    record EntryResponse(
            String id,
            String action,
            String subject,
            Map<String, String> details,
            String userId,
            @Nullable String keyId,
            @Nullable String requestId,
            @Nullable String address,
            String createdAt) {
        static EntryResponse of(AuditEntry entry) {
            var origin = entry.origin();
            return new EntryResponse(
                    entry.id(),
                    entry.action(),
                    entry.subject(),
                    entry.details(),
                    entry.userId(),
                    origin.keyId(),
                    origin.requestId(),
                    origin.address(),
                    V1.time(entry.createdAt()));
        }
    }

    @GET
    @Needs("admin")
    @Operation(operationId = "listAuditEntries", summary = "List who changed what")
    public V1List<EntryResponse> list(
            @BeanParam ListQuery query,
            @RestQuery String limit,
            @RestQuery("starting_after") String startingAfter,
            @RestQuery("ending_before") String endingBefore) {
        var page = audit.list(caller.owner(), query.filter(), V1.page(limit, startingAfter, endingBefore));
        return V1List.of(page, EntryResponse::of);
    }
}
