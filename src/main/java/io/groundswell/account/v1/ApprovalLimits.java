package io.groundswell.account.v1;

import io.groundswell.account.OrganizationConfig;
import io.groundswell.wire.openapi.Describes;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an organization's configuration may hold, told for machines. The rules themselves are in the core. */
interface ApprovalLimits {
    @Describes(OrganizationConfig.Approval.class)
    interface Approval {
        @Schema(defaultValue = "false")
        Boolean requireApproval();

        @Min(1)
        @Max(100)
        @Schema(defaultValue = "1")
        Integer minApprovals();

        @Positive
        @DecimalMax("8760")
        BigDecimal autoApproveAfterHours();

        @Size(max = 100)
        List<String> approvers();

        @Schema(defaultValue = "true")
        Boolean reviewLinks();
    }
}
