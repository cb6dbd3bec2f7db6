package io.groundswell.account;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** What of a configuration is other than it was, by the names that callers know it by, as it is now. */
final class ConfigChanges {
    private final TreeMap<String, String> changes = new TreeMap<>();

    private ConfigChanges() {}

    static TreeMap<String, String> of(OrganizationConfig was, OrganizationConfig is) {
        var found = new ConfigChanges();
        found.routing(was.providerRouting(), is.providerRouting());
        found.costs(was.costLimits(), is.costLimits());
        found.approval(was.approval(), is.approval());
        return found.changes;
    }

    private void routing(OrganizationConfig.ProviderRouting was, OrganizationConfig.ProviderRouting is) {
        note("config.provider_routing.llm_preference", was.llmPreference(), is.llmPreference());
        note("config.provider_routing.image_preference", was.imagePreference(), is.imagePreference());
        note("config.provider_routing.fallback_enabled", was.fallbackEnabled(), is.fallbackEnabled());
    }

    private void costs(OrganizationConfig.CostLimits was, OrganizationConfig.CostLimits is) {
        note("config.cost_limits.monthly_limit_cents", was.monthlyLimitCents(), is.monthlyLimitCents());
        note("config.cost_limits.alert_threshold_percent", was.alertThresholdPercent(), is.alertThresholdPercent());
    }

    private void approval(OrganizationConfig.Approval was, OrganizationConfig.Approval is) {
        note("config.approval.require_approval", was.requireApproval(), is.requireApproval());
        note("config.approval.min_approvals", was.minApprovals(), is.minApprovals());
        note("config.approval.auto_approve_after_hours", was.autoApproveAfterHours(), is.autoApproveAfterHours());
        note("config.approval.approvers", was.approvers(), is.approvers());
        note("config.approval.review_links", was.reviewLinks(), is.reviewLinks());
        note("config.approval.escalation.after_hours", afterHours(was), afterHours(is));
        note("config.approval.escalation.notify", notified(was), notified(is));
    }

    private static BigDecimal afterHours(OrganizationConfig.Approval approval) {
        return approval.escalation() == null ? null : approval.escalation().afterHours();
    }

    private static List<String> notified(OrganizationConfig.Approval approval) {
        return approval.escalation() == null ? null : approval.escalation().notified();
    }

    private void note(String name, Object was, Object is) {
        if (!Objects.equals(plain(was), plain(is))) {
            changes.put(name, is instanceof List<?> list ? String.join(", ", texts(list)) : String.valueOf(plain(is)));
        }
    }

    /** 48.0 is 48. */
    private static Object plain(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value;
    }

    private static List<String> texts(List<?> list) {
        return list.stream().map(String::valueOf).toList();
    }
}
