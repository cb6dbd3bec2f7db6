package io.groundswell.wire.v1;

import io.groundswell.wire.Contract;
import io.groundswell.wire.openapi.ContractDocument;
import io.groundswell.wire.openapi.Convention;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFilter;
import org.jboss.jandex.IndexView;

/** What operators may call, described for machines: they are answered in the words of the missions contract. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, documentNames = "operators")
public class OperatorsDocument extends ContractDocument implements OASFilter {
    public OperatorsDocument(IndexView index) {
        super(
                index,
                new Convention(
                        "operators",
                        List.of(Contract.OPERATORS),
                        V1Error.class,
                        new TreeMap<>(Map.of(
                                "Operator",
                                MissionsDocument.bearer("opaque", "The token that the server is configured with"))),
                        List.of(),
                        endpoint -> false,
                        false,
                        V1Faults.ALL));
    }
}
