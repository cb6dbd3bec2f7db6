package io.groundswell.experiment.flat;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.experiment.ActiveExperiments;
import io.groundswell.experiment.ExperimentError;
import io.groundswell.experiment.flat.ExperimentResponse.WeightedVariant;
import io.groundswell.shared.Refusal;
import io.groundswell.wire.Open;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** What the pages of a site ask for, to know which variants to show. */
@Path("/experiments/config")
@Produces(APPLICATION_JSON)
class ExperimentConfigResource {
    /** So long may browsers go on showing what was paused. */
    private static final String CACHING = "public, max-age=60";

    private final ActiveExperiments experiments;

    ExperimentConfigResource(ActiveExperiments experiments) {
        this.experiments = experiments;
    }

    record ActiveExperiment(
            @Schema(description = "The name of the experiment")
            String key,

            List<WeightedVariant> variants) {
        static ActiveExperiment of(ActiveExperiments.Active active) {
            return new ActiveExperiment(active.name(), WeightedVariant.list(active.variants()));
        }
    }

    record ExperimentConfig(List<ActiveExperiment> experiments) {}

    @GET
    @Open
    @Refuses("MISSING_FIELDS")
    @Operation(operationId = "getExperimentConfig", summary = "List the active experiments, for the pages of a site")
    public RestResponse<ExperimentConfig> get(@Parameter(required = true) @RestQuery String token) {
        if (token == null || token.isEmpty()) {
            throw Refusal.on(ExperimentError.MISSING_FIELDS, "token", "token is required");
        }
        var active = experiments.of(token).stream().map(ActiveExperiment::of).toList();
        return RestResponse.ResponseBuilder.ok(new ExperimentConfig(active))
                .header(HttpHeaders.CACHE_CONTROL, CACHING)
                .build();
    }
}
