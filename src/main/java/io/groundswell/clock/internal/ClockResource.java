package io.groundswell.clock.internal;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.clock.ServerClock;
import io.groundswell.shared.Refusal;
import io.groundswell.wire.v1.V1;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Moves the server's clock, on servers that run for development; elsewhere there is nothing here. */
@Path("/internal/clock")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class ClockResource {
    /** Far enough from the ends of what the database, and sums of times, can hold. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2199;

    private final ServerClock serverClock;
    private final Clock clock;
    private final boolean development;

    ClockResource(
            ServerClock serverClock,
            Clock clock,
            @ConfigProperty(name = "groundswell.development", defaultValue = "false") boolean development) {
        this.serverClock = serverClock;
        this.clock = clock;
        this.development = development;
    }

    record SetClockRequest(@NotNull String now) {}

    record ClockResponse(String now) {}

    @PUT
    @Operation(operationId = "setClock", summary = "Set the clock of a server for development")
    public ClockResponse put(@Valid @NotNull SetClockRequest request) {
        requireDevelopment();
        if (request.now().length() == 10) {
            throw Refusal.invalid("now", "now must be an RFC 3339 date-time");
        }
        serverClock.set(V1.instant("now", request.now(), FIRST_YEAR, LAST_YEAR));
        return now();
    }

    @DELETE
    @Operation(operationId = "resetClock", summary = "Let the clock run by itself again")
    public ClockResponse delete() {
        requireDevelopment();
        serverClock.reset();
        return now();
    }

    private void requireDevelopment() {
        if (!development) {
            throw new NotFoundException();
        }
    }

    private ClockResponse now() {
        return new ClockResponse(V1.time(clock.instant()));
    }
}
