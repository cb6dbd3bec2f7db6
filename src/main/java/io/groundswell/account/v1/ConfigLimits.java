package io.groundswell.account.v1;

import io.groundswell.account.OrganizationConfig;
import io.groundswell.wire.openapi.Describes;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an organization's configuration may hold, told for machines. The rules themselves are in the core. */
interface ConfigLimits {
    @Describes(OrganizationConfig.ProviderRouting.class)
    interface Routing {
        @Schema(defaultValue = "claude", description = "`claude`, `openai` or `ollama`")
        String llmPreference();

        @Schema(defaultValue = "openai", description = "`openai`")
        String imagePreference();

        @Schema(defaultValue = "true")
        Boolean fallbackEnabled();
    }

    @Describes(OrganizationConfig.CostLimits.class)
    interface Costs {
        @PositiveOrZero
        Long monthlyLimitCents();

        @Min(1)
        @Max(100)
        @Schema(defaultValue = "80")
        Integer alertThresholdPercent();
    }
}
