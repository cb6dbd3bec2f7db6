package io.groundswell.content;

import io.groundswell.account.OrganizationConfig;
import io.groundswell.mission.Constraints;

/** What happens to an item that leaves generation. The mission's own settings come before the organization's. */
public final class ApprovalPolicy {

    /** @param notes what the automatic review leaves behind; null where a person has to look */
    public enum Decision {
        APPROVED_BY_POLICY("auto_approved:policy"),
        APPROVED_BY_CONFIDENCE("auto_approved:confidence"),
        NEEDS_REVIEW(null);

        private final String notes;

        Decision(String notes) {
            this.notes = notes;
        }

        String notes() {
            return notes;
        }
    }

    private ApprovalPolicy() {}

    /** @param confidence 0 to 1, or null */
    public static Decision decide(Constraints mission, OrganizationConfig.Approval organization, Double confidence) {
        var required = mission.requireApproval() == null ? organization.requireApproval() : mission.requireApproval();
        if (!required) {
            return Decision.APPROVED_BY_POLICY;
        }
        var threshold = mission.autoApproveThreshold();
        return threshold != null && confidence != null && confidence >= threshold
                ? Decision.APPROVED_BY_CONFIDENCE
                : Decision.NEEDS_REVIEW;
    }
}
