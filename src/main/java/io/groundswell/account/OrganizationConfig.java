package io.groundswell.account;

import io.groundswell.text.SentList;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.List;

/** What an organization decides about its missions. Nothing in it is ever null except where "not set" is a value. */
@RegisterForReflection
public record OrganizationConfig(ProviderRouting providerRouting, CostLimits costLimits, Approval approval) {

    /** Which provider of each kind is asked first, and whether the next one is asked when it fails. */
    public record ProviderRouting(String llmPreference, String imagePreference, Boolean fallbackEnabled) {
        public ProviderRouting {
            llmPreference = llmPreference == null ? "claude" : llmPreference;
            imagePreference = imagePreference == null ? "openai" : imagePreference;
            fallbackEnabled = fallbackEnabled == null || fallbackEnabled;
        }
    }

    /** @param monthlyLimitCents null when there is no limit */
    public record CostLimits(@Nullable Long monthlyLimitCents, Integer alertThresholdPercent) {
        public CostLimits {
            alertThresholdPercent = alertThresholdPercent == null ? 80 : alertThresholdPercent;
        }
    }

    /**
     * @param autoApproveAfterHours null when time approves nothing
     * @param reviewLinks whether members may have people outside review an item in their name
     */
    public record Approval(
            Boolean requireApproval,
            Integer minApprovals,
            @Nullable BigDecimal autoApproveAfterHours,
            List<String> approvers,
            @Nullable Escalation escalation,
            Boolean reviewLinks) {
        public Approval {
            requireApproval = requireApproval != null && requireApproval;
            minApprovals = minApprovals == null ? 1 : minApprovals;
            approvers = SentList.of(approvers);
            reviewLinks = reviewLinks == null || reviewLinks;
        }
    }

    public record Escalation(BigDecimal afterHours, List<String> notified) {
        public Escalation {
            notified = SentList.of(notified);
        }
    }

    public OrganizationConfig {
        providerRouting = providerRouting == null ? new ProviderRouting(null, null, null) : providerRouting;
        costLimits = costLimits == null ? new CostLimits(null, null) : costLimits;
        approval = approval == null ? new Approval(null, null, null, null, null, null) : approval;
    }

    public static OrganizationConfig defaults() {
        return new OrganizationConfig(null, null, null);
    }
}
