package io.groundswell.mission.v1;

import io.groundswell.mission.Cadence;
import io.groundswell.mission.Constraints;
import io.groundswell.mission.ContentType;
import io.groundswell.wire.openapi.Describes;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the mission's rules allow, told for machines. The rules themselves are in the core, and a test compares. */
interface ConstraintsLimits {
    String CLOCK_TIME = "([01]\\d|2[0-3]):[0-5]\\d";

    @Describes(Constraints.class)
    interface Bounds {
        @Size(max = 200)
        String tone();

        @Schema(description = "On which days to post; `daily` when left out")
        Cadence cadence();

        @Min(1)
        @Max(50)
        @Schema(defaultValue = "1", description = "Over all platforms together, on days with posts")
        Integer postsPerDay();

        @Size(max = 50)
        List<@Pattern(regexp = CLOCK_TIME) String> postingTimes();

        @Schema(defaultValue = "UTC", description = "A name of the tz database")
        String timezone();

        @PositiveOrZero
        Long budgetCents();

        @Size(max = 100)
        List<@NotBlank @Size(max = 200) String> excludedTopics();

        @DecimalMin("0")
        @DecimalMax("1")
        @Schema(description = "A writer's confidence that needs no look")
        Double autoApproveThreshold();

        @Positive
        @DecimalMax("8760")
        BigDecimal autoApproveAfterHours();

        @Schema(defaultValue = "false")
        Boolean useOptimalTimes();

        @Pattern(regexp = CLOCK_TIME)
        String earliestTime();

        @Pattern(regexp = CLOCK_TIME)
        String latestTime();

        @Schema(description = "Names of weekdays in lower case; one day must remain")
        List<String> excludeDays();

        @Size(min = 1)
        Set<ContentType> contentTypes();

        @Schema(defaultValue = "false")
        Boolean includeCodeSnippets();

        @Size(max = 2_000)
        @Schema(format = "uri")
        String linkTo();
    }
}
