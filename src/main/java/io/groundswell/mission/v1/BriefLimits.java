package io.groundswell.mission.v1;

import io.groundswell.mission.Kpi;
import io.groundswell.mission.Platform;
import io.groundswell.wire.openapi.Describes;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the mission's rules allow, told for machines. The rules themselves are in the core, and a test compares. */
interface BriefLimits {
    @Describes(MissionForm.class)
    interface Brief {
        @NotBlank
        @Size(max = 200)
        String name();

        @Size(max = 5_000)
        String description();

        @NotNull
        @Size(min = 1, max = 20)
        List<@Size(max = 1_000) String> objectives();

        @NotEmpty
        List<Platform> platforms();

        @Size(max = 50)
        List<Kpi> kpis();

        @NotNull
        @Min(1)
        @Max(730)
        Integer durationDays();

        @Schema(defaultValue = "false")
        Boolean startImmediately();

        @Schema(format = "date-time", description = "When a draft starts by itself")
        String startsAt();
    }

    @Describes(Kpi.class)
    interface Target {
        @NotNull
        Kpi.Metric metric();

        @NotNull
        @DecimalMin("0.01")
        @DecimalMax("1000000000000")
        BigDecimal target();

        @Schema(defaultValue = "all", description = "`all`, or one of the mission's platforms")
        String platform();
    }
}
