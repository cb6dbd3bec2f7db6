package io.groundswell.funnel.flat;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.funnel.Asked;
import io.groundswell.funnel.Entity;
import io.groundswell.funnel.Funnel;
import io.groundswell.shared.Refusal;
import io.groundswell.site.AskedSite;
import io.groundswell.site.SiteQuestions;
import io.groundswell.site.flat.Most;
import io.groundswell.site.flat.Since;
import io.groundswell.traffic.PropertyKey;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.openapi.Refuses;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How many come through a funnel. */
@Path("/funnel")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class FunnelResource {
    private static final BigDecimal SHORTEST_HOURS = BigDecimal.ONE;
    private static final BigDecimal LONGEST_HOURS = BigDecimal.valueOf(8_760);
    private static final BigDecimal DEFAULT_HOURS = BigDecimal.valueOf(168);
    private static final BigDecimal HOUR =
            BigDecimal.valueOf(Duration.ofHours(1).toMillis());
    private static final int DEFAULT_DAYS = 30;
    private static final int DEFAULT_VALUES = 10;
    private static final int MOST_VALUES = 50;

    private final SiteQuestions questions;
    private final Funnel funnel;
    private final Clock clock;
    private final CurrentCaller caller;

    FunnelResource(SiteQuestions questions, Funnel funnel, Clock clock, CurrentCaller caller) {
        this.questions = questions;
        this.funnel = funnel;
        this.clock = clock;
        this.caller = caller;
    }

    @POST
    @Needs("analytics:read")
    @Refuses({"PROJECT_REQUIRED", "NOT_FOUND", "INVALID_FUNNEL_STEPS", "INVALID_FILTER_OP", "INVALID_PROPERTY_KEY"})
    @Operation(operationId = "getFunnel", summary = "Tell how many take one step after the other on a site")
    public FunnelResponse post(@NotNull FunnelForm form) {
        return questions.ask(caller.owner(), form.project(), site -> {
            var asked = read(form, site);
            return FunnelResponse.of(asked, funnel.of(site, asked));
        });
    }

    private Asked read(FunnelForm form, AskedSite site) {
        return new Asked(
                Steps.read(form.steps()),
                window(form.conversionWindowHours()),
                site.since(Since.read(form.since(), null, DEFAULT_DAYS, clock.instant())),
                countBy(form.countBy()),
                form.breakdown() == null ? null : PropertyKey.require("breakdown", form.breakdown()),
                Most.read(form.breakdownLimit(), 1, DEFAULT_VALUES, MOST_VALUES));
    }

    private static Duration window(BigDecimal hours) {
        if (hours == null) {
            return window(DEFAULT_HOURS);
        }
        if (hours.compareTo(SHORTEST_HOURS) < 0 || hours.compareTo(LONGEST_HOURS) > 0) {
            throw Refusal.invalid("conversion_window_hours", "conversion_window_hours must be 1 to 8760");
        }
        return Duration.ofMillis(
                hours.multiply(HOUR).setScale(0, RoundingMode.FLOOR).longValueExact());
    }

    private static Entity countBy(String name) {
        return name == null
                ? Entity.USER_ID
                : Entity.of(name)
                        .orElseThrow(() -> Refusal.invalid("count_by", "count_by must be user_id or session_id"));
    }
}
