package io.groundswell.wire.flat;

import io.groundswell.wire.Contract;
import io.groundswell.wire.openapi.ContractDocument;
import io.groundswell.wire.openapi.Convention;
import io.groundswell.wire.openapi.Endpoint;
import io.groundswell.wire.openapi.Fault;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.OASFilter;
import org.jboss.jandex.IndexView;

/** What lies at the paths that no other contract owns, with the pages for people, described for machines. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, documentNames = "<default>")
public class SiteDocument extends ContractDocument implements OASFilter {
    private static final Predicate<Endpoint> ANY = endpoint -> true;
    private static final Predicate<Endpoint> PAGE = endpoint -> Contract.of(endpoint.path()) == Contract.PAGES;

    private static final List<Fault> FAULTS = List.of(
            new Fault(400, "INVALID_BODY", "The request cannot be read", ANY),
            new Fault(404, "NOT_FOUND", "There is nothing with this id", endpoint -> endpoint.path()
                    .contains("{")),
            new Fault(406, "INVALID_BODY", "`Accept` leaves out what there is", ANY),
            new Fault(409, "CONFLICT", "It is settled already", PAGE.and(Endpoint::isWrite)),
            new Fault(410, "GONE", "The link expired or was revoked", PAGE),
            new Fault(429, "RATE_LIMITED", "Too many requests", PAGE),
            new Fault(500, "INTERNAL_ERROR", "A bug of ours; the log knows the request id", ANY),
            new Fault(503, "UNAVAILABLE", "Something that we need does not answer", ANY));

    public SiteDocument(IndexView index) {
        super(
                index,
                new Convention(
                        "site",
                        List.of(Contract.SITE, Contract.PAGES),
                        FlatError.class,
                        new TreeMap<>(),
                        List.of(),
                        PAGE,
                        false,
                        FAULTS));
    }
}
