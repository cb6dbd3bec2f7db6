package io.groundswell.wire.v1;

import io.groundswell.wire.openapi.Endpoint;
import io.groundswell.wire.openapi.Fault;
import java.util.List;
import java.util.function.Predicate;

/** How operations refuse in the words of {@link V1Error}, and which of them do. */
final class V1Faults {
    private static final Predicate<Endpoint> ANY = endpoint -> true;
    private static final Predicate<Endpoint> KNOWN = Predicate.not(Endpoint::isOpen);
    private static final Predicate<Endpoint> READING =
            endpoint -> endpoint.body().isPresent();

    static final List<Fault> ALL = List.of(
            new Fault(
                    400, "invalid_request", "The request cannot be read; `param` or `errors` name what is wrong", ANY),
            new Fault(
                    401,
                    "unauthorized",
                    "No credential, or one that is unknown, revoked or expired",
                    KNOWN.or(READING)),
            new Fault(401, "invalid_token", "The credential is neither a key nor a token of ours", KNOWN.or(READING)),
            new Fault(
                    403,
                    "forbidden",
                    "The scope is missing, the organization is suspended, or the key belongs to another one",
                    KNOWN.or(READING)),
            new Fault(404, "not_found", "Nothing of yours has this id", endpoint -> endpoint.path()
                    .contains("{")),
            new Fault(406, "invalid_request", "`Accept` leaves out `application/json`", ANY),
            new Fault(
                    409,
                    "conflict",
                    "Not possible in the present state, or another change came first",
                    KNOWN.and(Endpoint::isWrite)),
            new Fault(413, "invalid_request", "The body is larger than 1 MiB", READING),
            new Fault(422, "validation_error", "The values can be read, but are not possible", KNOWN.and(READING)),
            new Fault(429, "rate_limit_exceeded", "Too many requests", KNOWN.or(READING)),
            new Fault(500, "internal_error", "A bug of ours; the log knows the request id", ANY),
            new Fault(503, "service_unavailable", "Something that we need does not answer", ANY),
            Fault.named(400, "invalid_period", "The period cannot be read, or is too long"),
            Fault.named(404, "not_found", "It does not exist, or something that the request names does not"),
            Fault.named(409, "conflict", "Not possible in the present state"),
            Fault.named(422, "validation_error", "The values can be read, but are not possible"),
            Fault.named(422, "platform_not_connected", "No account is connected for the platform"),
            Fault.named(422, "budget_exceeded", "There is no money for it"),
            Fault.named(503, "provider_error", "The network did not do what it was asked"));

    private V1Faults() {}
}
