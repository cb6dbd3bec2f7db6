package io.groundswell.work.internal;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.work.Rounds;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Does one round of all due work and says what it did, for platforms where nothing runs between requests. */
@Path("/internal/tick")
@Produces(APPLICATION_JSON)
class TickResource {
    private static final Duration BUDGET = Duration.ofSeconds(20);

    private final Rounds rounds;

    TickResource(Rounds rounds) {
        this.rounds = rounds;
    }

    /**
     * @param done how many things each round did
     * @param failed the rounds that broke off; the log says why, and the next tick tries them again
     */
    record TickResponse(Map<String, Integer> done, List<String> failed, int total) {}

    @POST
    @Operation(operationId = "tick", summary = "Do the work that is due")
    public TickResponse post() {
        var outcome = rounds.tick(BUDGET);
        return new TickResponse(
                outcome.done(),
                outcome.failed(),
                outcome.done().values().stream().mapToInt(Integer::intValue).sum());
    }
}
