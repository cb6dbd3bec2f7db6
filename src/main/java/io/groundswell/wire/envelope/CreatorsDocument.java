package io.groundswell.wire.envelope;

import io.groundswell.wire.Contract;
import io.groundswell.wire.openapi.ContractDocument;
import io.groundswell.wire.openapi.Convention;
import io.groundswell.wire.openapi.Endpoint;
import io.groundswell.wire.openapi.Fault;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/** The creators contract, described for machines. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, documentNames = "creators")
public class CreatorsDocument extends ContractDocument implements OASFilter {
    private static final Predicate<Endpoint> ANY = endpoint -> true;
    private static final Predicate<Endpoint> READING =
            endpoint -> endpoint.body().isPresent();
    private static final Predicate<Endpoint> NAMING =
            endpoint -> endpoint.path().contains("{");
    private static final Predicate<Endpoint> LISTING = endpoint -> endpoint.takes("limit");
    private static final Predicate<Endpoint> ASKING =
            endpoint -> endpoint.path().contains("/analytics");

    private static final List<Fault> FAULTS = List.of(
            new Fault(400, "invalid_body", "The body cannot be read; `meta.issues` tells all that is wrong", ANY),
            new Fault(
                    400,
                    "invalid_query",
                    "The parameters of the list cannot be read; `meta.issues` tells all that is wrong",
                    LISTING),
            new Fault(
                    400,
                    "invalid_params",
                    "An id is not a UUID, or a parameter of a question about figures cannot be read",
                    NAMING.or(ASKING)),
            new Fault(401, "invalid_api_key", "No API key, or one that is unknown, revoked or expired", ANY),
            Fault.named(402, "limit_reached", "The plan holds no more of these"),
            Fault.named(402, "retention_exceeded", "The plan does not reach back to the first day"),
            new Fault(403, "insufficient_scope", "The key lacks the scope that `meta.required` names", ANY),
            new Fault(403, "forbidden", "The organization is suspended, or the key's user may not do this", ANY),
            new Fault(
                    404,
                    "not_found",
                    "Nothing of yours has this id; `meta` is null",
                    NAMING.or(endpoint -> endpoint.ownCodes().contains("not_found"))),
            new Fault(406, "invalid_body", "`Accept` leaves out `application/json`", ANY),
            new Fault(
                    409,
                    "idempotency_conflict",
                    "The Idempotency-Key is in use, or was used for another address",
                    Endpoint::isIdempotent),
            Fault.named(409, "too_many_videos", "The project keeps no more, tracked or not"),
            Fault.named(409, "too_many_comments", "No more comments are kept of the video"),
            Fault.named(409, "too_many_sources", "The project has as many sources as it may have"),
            Fault.named(409, "no_source", "None of the project's sources can look it up"),
            Fault.named(409, "tracking_disabled", "Tracking is switched off"),
            Fault.named(409, "handle_taken", "Another creator of the project has this handle"),
            Fault.named(409, "creator_banned", "A creator with this handle must not be tracked"),
            Fault.named(409, "invalid_handle", "A handle is 1 to 30 letters, digits, `.`, `_` or `-`"),
            Fault.named(409, "no_change", "It is the creator's handle already"),
            Fault.named(409, "duplicate", "It has been added already"),
            Fault.named(409, "circular_reference", "The campaign would be part of itself, directly or through others"),
            Fault.named(409, "default_method", "Every organization has this method: deactivate it instead"),
            Fault.named(409, "method_disabled", "The payout method is not active"),
            Fault.named(409, "in_use", "Something is owed by this structure"),
            Fault.named(409, "too_many_versions", "The structure keeps no more versions"),
            Fault.named(409, "too_many_assignments", "The structure keeps no more assignments"),
            Fault.named(409, "already_accrued", "Something is owed for days after the new end"),
            Fault.named(409, "invalid_transition", "Its status does not allow this"),
            Fault.named(409, "not_approved", "Some of the accruals are not approved, or paid already"),
            Fault.named(409, "history_gone", "Snapshots of its days are not kept any more"),
            new Fault(
                    409,
                    "conflict",
                    "Not possible in the present state, or another change came first",
                    Endpoint::isWrite),
            Fault.named(410, "gone", "Ask `/api/v1/analytics` instead"),
            new Fault(
                    413,
                    "invalid_body",
                    "The body is larger than 1 MiB, or, with snapshots of many things, 2 MiB",
                    READING),
            new Fault(429, "rate_limit_exceeded", "Too many requests of the key, or of the day", ANY),
            new Fault(500, "internal_error", "A bug of ours; the log knows the request id", ANY),
            new Fault(503, "service_unavailable", "Something that we need does not answer", ANY));

    public CreatorsDocument(IndexView index) {
        super(
                index,
                new Convention(
                        "creators",
                        List.of(Contract.CREATORS),
                        EnvelopeError.class,
                        new TreeMap<>(Map.of(
                                "ApiKey",
                                OASFactory.createSecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("tga_…")
                                        .description("A key: `tga_…`"))),
                        List.of(),
                        ANY,
                        false,
                        FAULTS));
    }
}
