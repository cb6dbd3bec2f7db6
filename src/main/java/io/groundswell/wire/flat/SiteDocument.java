package io.groundswell.wire.flat;

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

/** What lies at the paths that no other contract owns, with the pages for people, described for machines. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, documentNames = "<default>")
public class SiteDocument extends ContractDocument implements OASFilter {
    private static final Predicate<Endpoint> ANY = endpoint -> true;
    private static final Predicate<Endpoint> PAGE = endpoint -> Contract.of(endpoint.path()) == Contract.PAGES;

    private static final Predicate<Endpoint> KEYED = Predicate.not(Endpoint::isOpen);
    private static final Predicate<Endpoint> LIMITED = PAGE.or(KEYED);

    private static final List<Fault> FAULTS = List.of(
            new Fault(400, "INVALID_BODY", "The request cannot be read", ANY),
            Fault.named(400, "MISSING_FIELDS", "Something that is needed is not there"),
            Fault.named(400, "PROJECT_REQUIRED", "The question does not name a project"),
            Fault.named(400, "INVALID_PROPERTY_KEY", "A property is 1 to 128 letters, digits or underscores"),
            Fault.named(400, "INVALID_PERIOD", "There is no such period"),
            Fault.named(400, "INVALID_COHORTS", "The number of cohorts is out of range for this period"),
            Fault.named(400, "INVALID_TYPE", "There is no such type"),
            Fault.named(400, "INVALID_METRIC", "There is no such metric"),
            Fault.named(400, "INVALID_GROUP_BY", "There is no field of this name to group by"),
            Fault.named(400, "INVALID_FILTER_OP", "There is no such operator"),
            Fault.named(400, "INVALID_FILTER_FIELD", "There is no such field to filter by"),
            Fault.named(400, "INVALID_FILTER", "The filter is not made of pairs such as `key:value`"),
            Fault.named(400, "INVALID_COUNT_MODE", "There is no such way of counting"),
            Fault.named(400, "INVALID_FUNNEL_STEPS", "A funnel has 2 to 8 steps, each with an event"),
            Fault.named(
                    400,
                    "INVALID_VARIANTS",
                    "An experiment has 2 to 4 different variants, whose weights add up to 100"),
            Fault.named(
                    400, "INVALID_EXPERIMENT_STATUS", "There is no such status, or the experiment cannot change to it"),
            Fault.named(400, "INVALID_WINNER", "The winner is a variant of an experiment that is completed"),
            Fault.named(403, "PRO_REQUIRED", "The plan does not include experiments"),
            Fault.named(403, "EXPERIMENT_LIMIT", "The project holds no more experiments"),
            Fault.named(404, "EXPERIMENT_NOT_FOUND", "There is no experiment with this id"),
            Fault.named(409, "EXPERIMENT_NAME_EXISTS", "Another experiment of the project has this name"),
            Fault.named(400, "BATCH_TOO_LARGE", "A batch holds at most 100 events"),
            Fault.named(400, "INVALID_NAME", "The name does not have the required form"),
            Fault.named(
                    400,
                    "INVALID_ORIGINS",
                    "`allowed_origins` has an entry that is not an origin, such as `https://example.com`"),
            new Fault(401, "AUTH_REQUIRED", "No API key, or one that is unknown, revoked or expired", KEYED),
            Fault.named(401, "INVALID_TOKEN", "There is no project with this token"),
            new Fault(
                    403,
                    "FORBIDDEN",
                    "It belongs to another account, the key's user may not do this, or the account is suspended",
                    KEYED),
            Fault.named(403, "FORBIDDEN", "The project takes no events from this origin"),
            Fault.named(403, "PROJECT_LIMIT", "The plan holds no more projects"),
            new Fault(404, "NOT_FOUND", "There is nothing with this id", endpoint -> endpoint.path()
                    .contains("{")),
            Fault.named(404, "NOT_FOUND", "There is no project of this name"),
            new Fault(406, "INVALID_BODY", "The answer has none of the types that `Accept` names", ANY),
            new Fault(409, "CONFLICT", "The review has been decided already", PAGE.and(Endpoint::isWrite)),
            Fault.named(409, "PROJECT_NAME_EXISTS", "Another project has this name"),
            Fault.named(409, "PROJECT_NAME_LOCKED", "Events were recorded, so the name stays"),
            Fault.named(409, "TOO_MANY_IDS", "The user has as many former ids as one may have"),
            Fault.named(409, "ORIGIN_TAKEN", "Another project has one of these origins"),
            Fault.named(413, "BODY_TOO_LARGE", "The body is larger than 1 MiB"),
            Fault.named(
                    429,
                    "RATE_LIMITED",
                    "Too many requests in a minute, or more events than the plan takes in all; `reason` is `rate_limit` or `lifetime_event_limit`"),
            Fault.named(429, "STREAM_LIMIT", "The account has as many streams open as it may"),
            new Fault(410, "GONE", "The link expired or was revoked", PAGE),
            new Fault(413, "BODY_TOO_LARGE", "The body is larger than 1 MiB", KEYED.and(Endpoint::isWrite)),
            new Fault(429, "RATE_LIMITED", "Too many requests", LIMITED),
            new Fault(500, "INTERNAL_ERROR", "A bug of ours; the log knows the request id", ANY),
            new Fault(503, "UNAVAILABLE", "Something that we need does not answer", ANY));

    public SiteDocument(IndexView index) {
        super(
                index,
                new Convention(
                        "site",
                        List.of(Contract.SITE, Contract.PAGES),
                        FlatError.class,
                        new TreeMap<>(Map.of(
                                "ApiKey",
                                sent(SecurityScheme.In.HEADER, "X-API-Key"),
                                "ApiKeyInAddress",
                                sent(SecurityScheme.In.QUERY, "key"),
                                "Bearer",
                                bearer())),
                        List.of(),
                        LIMITED,
                        false,
                        FAULTS));
    }

    private static SecurityScheme sent(SecurityScheme.In in, String name) {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(in)
                .name(name)
                .description("A key: `aak_…`");
    }

    private static SecurityScheme bearer() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("aak_…")
                .description("The same key");
    }
}
