package io.groundswell.experiment.flat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.groundswell.experiment.Experiment;
import io.groundswell.experiment.ExperimentStatus;
import io.groundswell.experiment.Results;
import io.groundswell.experiment.Variant;
import io.groundswell.wire.flat.Flat;
import jakarta.annotation.Nullable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An experiment as it is told. */
record ExperimentResponse(
        String id,
        String projectId,
        String accountId,
        String name,
        List<WeightedVariant> variants,
        String goalEvent,
        ExperimentStatus status,

        @Schema(description = "The key of the variant that won, if somebody said so") @Nullable
        String winner,

        String createdAt,
        String updatedAt,
        @Nullable String completedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable @Schema(description = "Only where one experiment is read")
        ExperimentResults results) {

    record WeightedVariant(
            String key,

            @Schema(description = "How many of a hundred users see it")
            int weight) {
        static List<WeightedVariant> list(List<Variant> variants) {
            return variants.stream()
                    .map(variant -> new WeightedVariant(variant.key(), variant.weight()))
                    .toList();
        }
    }

    static ExperimentResponse of(Experiment experiment) {
        return of(experiment, null);
    }

    static ExperimentResponse of(Experiment experiment, Results results) {
        return new ExperimentResponse(
                experiment.id(),
                experiment.siteId(),
                experiment.organizationId(),
                experiment.name(),
                WeightedVariant.list(experiment.variants()),
                experiment.goalEvent(),
                experiment.status(),
                experiment.winner(),
                Flat.time(experiment.createdAt()),
                Flat.time(experiment.updatedAt()),
                experiment.completedAt() == null ? null : Flat.time(experiment.completedAt()),
                results == null ? null : ExperimentResults.of(results));
    }
}
