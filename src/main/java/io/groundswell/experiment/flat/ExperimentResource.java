package io.groundswell.experiment.flat;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.experiment.ExperimentService;
import io.groundswell.experiment.Results;
import io.groundswell.experiment.Tallies;
import io.groundswell.experiment.flat.ExperimentForms.ExperimentChangeRequest;
import io.groundswell.experiment.flat.ExperimentForms.NewExperimentRequest;
import io.groundswell.site.SiteQuestions;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.openapi.Refuses;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Experiments on sites. */
@Path("/experiments")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class ExperimentResource {
    private final ExperimentService experiments;
    private final Tallies tallies;
    private final SiteQuestions questions;
    private final CurrentCaller caller;

    ExperimentResource(ExperimentService experiments, Tallies tallies, SiteQuestions questions, CurrentCaller caller) {
        this.experiments = experiments;
        this.tallies = tallies;
        this.questions = questions;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @Needs("missions:write")
    @Refuses({
        "PRO_REQUIRED",
        "MISSING_FIELDS",
        "INVALID_NAME",
        "INVALID_VARIANTS",
        "NOT_FOUND",
        "EXPERIMENT_NAME_EXISTS",
        "EXPERIMENT_LIMIT"
    })
    @Operation(operationId = "createExperiment", summary = "Begin an experiment on a site")
    public ExperimentResponse create(@NotNull NewExperimentRequest request) {
        experiments.requireGranted(caller.owner());
        return ExperimentResponse.of(experiments.create(caller.get(), request.read()));
    }

    record ExperimentList(List<ExperimentResponse> experiments) {}

    @GET
    @Needs("analytics:read")
    @Refuses({"PROJECT_REQUIRED", "NOT_FOUND"})
    @Operation(operationId = "listExperiments", summary = "List the experiments of a site, the oldest first")
    public ExperimentList list(@Parameter(required = true) @RestQuery String project) {
        return questions.ask(
                caller.owner(),
                project,
                site -> new ExperimentList(experiments.of(site.id()).stream()
                        .map(ExperimentResponse::of)
                        .toList()));
    }

    @GET
    @Path("/{id}")
    @Needs("analytics:read")
    @Refuses("EXPERIMENT_NOT_FOUND")
    @Operation(operationId = "getExperiment", summary = "Read an experiment and what it comes to")
    public ExperimentResponse get(@RestPath String id) {
        var owner = caller.owner();
        return questions.ask(owner, experiments.site(owner, id).name(), site -> {
            var experiment = experiments.get(owner, id);
            return ExperimentResponse.of(experiment, Results.of(tallies.of(site, experiment), experiment.status()));
        });
    }

    @PATCH
    @Path("/{id}")
    @Needs("missions:write")
    @Refuses({"MISSING_FIELDS", "INVALID_EXPERIMENT_STATUS", "INVALID_WINNER", "EXPERIMENT_NOT_FOUND"})
    @Operation(operationId = "changeExperiment", summary = "Pause, resume or complete an experiment")
    public ExperimentResponse patch(@RestPath String id, @NotNull ExperimentChangeRequest request) {
        return ExperimentResponse.of(experiments.change(caller.get(), id, request.requiredStatus(), request.winner()));
    }

    record DeletedExperiment(boolean ok, String deleted) {}

    @DELETE
    @Path("/{id}")
    @Needs("missions:write")
    @Refuses("EXPERIMENT_NOT_FOUND")
    @Operation(operationId = "deleteExperiment", summary = "Delete an experiment; its events stay")
    public DeletedExperiment delete(@RestPath String id) {
        experiments.delete(caller.get(), id);
        return new DeletedExperiment(true, id);
    }
}
