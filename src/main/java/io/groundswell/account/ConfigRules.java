package io.groundswell.account;

import io.groundswell.shared.Refusal;
import io.groundswell.shared.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What an organization may decide. */
final class ConfigRules {
    private static final int MAX_APPROVERS = 100;

    private ConfigRules() {}

    static void check(OrganizationConfig config) {
        var violations = new ArrayList<Violation>();
        var costs = config.costLimits();
        var approval = config.approval();
        if (costs.monthlyLimitCents() != null && costs.monthlyLimitCents() < 0) {
            add(violations, "cost_limits.monthly_limit_cents", "must not be negative");
        }
        if (costs.alertThresholdPercent() < 1 || costs.alertThresholdPercent() > 100) {
            add(violations, "cost_limits.alert_threshold_percent", "must be from 1 to 100");
        }
        if (approval.minApprovals() < 1 || approval.minApprovals() > MAX_APPROVERS) {
            add(violations, "approval.min_approvals", "must be from 1 to " + MAX_APPROVERS);
        }
        users("approval.approvers", approval.approvers(), violations);
        if (!WaitingHours.fit(approval.autoApproveAfterHours())) {
            add(
                    violations,
                    "approval.auto_approve_after_hours",
                    "must be more than 0 and at most 8760, with at most 20 decimals");
        }
        check(approval.escalation(), violations);
        Refusal.throwIfAny(violations);
        if (!approval.approvers().isEmpty()
                && approval.minApprovals()
                        > approval.approvers().stream().distinct().count()) {
            throw Refusal.impossible(
                    "config.approval.min_approvals", "There are fewer approvers than approvals are needed");
        }
    }

    private static void check(OrganizationConfig.Escalation escalation, List<Violation> violations) {
        if (escalation == null) {
            return;
        }
        if (escalation.afterHours() == null || !WaitingHours.fit(escalation.afterHours())) {
            add(
                    violations,
                    "approval.escalation.after_hours",
                    "must be more than 0 and at most 8760, with at most 20 decimals");
        }
        users("approval.escalation.notify", escalation.notified(), violations);
    }

    private static void users(String name, List<String> ids, List<Violation> violations) {
        if (ids.size() > MAX_APPROVERS) {
            add(violations, name, "holds at most " + MAX_APPROVERS + " users");
        } else if (ids.stream().anyMatch(Objects::isNull)) {
            add(violations, name, "must not hold null");
        }
    }

    private static void add(List<Violation> violations, String name, String message) {
        violations.add(new Violation("config." + name, "config." + name + " " + message));
    }
}
