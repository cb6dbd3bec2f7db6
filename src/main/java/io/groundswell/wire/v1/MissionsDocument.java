package io.groundswell.wire.v1;

import io.groundswell.wire.Contract;
import io.groundswell.wire.openapi.ContractDocument;
import io.groundswell.wire.openapi.Convention;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/** The missions contract, described for machines. It names the interface itself: the build looks no further up. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, documentNames = "missions")
public class MissionsDocument extends ContractDocument implements OASFilter {
    public MissionsDocument(IndexView index) {
        super(
                index,
                new Convention(
                        "missions",
                        List.of(Contract.MISSIONS),
                        V1Error.class,
                        new TreeMap<>(Map.of(
                                "ApiKey", bearer("amp_…", "A key: `amp_live_…`, `amp_test_…` or `amp_dev_…`"),
                                "Session", bearer("JWT", "A token of `POST /v1/auth/login`; it acts in live mode"))),
                        List.of("X-Tenant-ID"),
                        endpoint -> !endpoint.isOpen() || endpoint.body().isPresent(),
                        true,
                        V1Faults.ALL));
    }

    static SecurityScheme bearer(String format, String description) {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat(format)
                .description(description);
    }
}
