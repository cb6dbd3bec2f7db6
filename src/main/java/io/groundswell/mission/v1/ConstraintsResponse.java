package io.groundswell.mission.v1;

import io.groundswell.account.Organization;
import io.groundswell.mission.Cadence;
import io.groundswell.mission.Constraints;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.List;

/** A mission's constraints; where it leaves approval to its organization, what that decides. */
record ConstraintsResponse(
        @Nullable String tone,
        Cadence cadence,
        int postsPerDay,
        List<String> postingTimes,
        String timezone,
        boolean requireApproval,
        @Nullable Long budgetCents,
        List<String> excludedTopics,
        @Nullable Double autoApproveThreshold,
        @Nullable BigDecimal autoApproveAfterHours,
        boolean useOptimalTimes,
        @Nullable String earliestTime,
        @Nullable String latestTime,
        List<String> excludeDays,
        @Nullable List<String> contentTypes,
        boolean includeCodeSnippets,
        @Nullable String linkTo) {

    static ConstraintsResponse of(Constraints constraints, Organization organization) {
        return new ConstraintsResponse(
                constraints.tone(),
                constraints.cadence(),
                constraints.postsPerDay(),
                constraints.postingTimes(),
                constraints.timezone(),
                requiresApproval(constraints, organization),
                constraints.budgetCents(),
                constraints.excludedTopics(),
                constraints.autoApproveThreshold(),
                constraints.autoApproveAfterHours(),
                constraints.useOptimalTimes(),
                constraints.earliestTime(),
                constraints.latestTime(),
                constraints.excludeDays(),
                contentTypes(constraints),
                constraints.includeCodeSnippets(),
                constraints.linkTo());
    }

    static boolean requiresApproval(Constraints constraints, Organization organization) {
        return constraints.requireApproval() != null
                ? constraints.requireApproval()
                : organization.config().approval().requireApproval();
    }

    private static List<String> contentTypes(Constraints constraints) {
        return constraints.contentTypes() == null
                ? null
                : constraints.contentTypes().stream().map(Object::toString).toList();
    }
}
