package io.groundswell.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.account.OrganizationConfig.Approval;
import io.groundswell.mission.Constraints;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovalPolicyTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            # mission, organization, threshold, confidence, decision
            ,          ,             ,          0.1,        APPROVED_BY_POLICY
            ,          false,        ,          0.1,        APPROVED_BY_POLICY
            ,          true,         ,          0.99,       NEEDS_REVIEW
            false,     true,         ,          0.1,        APPROVED_BY_POLICY
            true,      false,        ,          0.99,       NEEDS_REVIEW
            true,      ,             0.9,       0.95,       APPROVED_BY_CONFIDENCE
            true,      ,             0.9,       0.9,        APPROVED_BY_CONFIDENCE
            true,      ,             0.9,       0.8,        NEEDS_REVIEW
            true,      ,             0.9,       ,           NEEDS_REVIEW
            ,          true,         0.9,       0.95,       APPROVED_BY_CONFIDENCE
            false,     ,             0.9,       0.1,        APPROVED_BY_POLICY
            """)
    void settings_of_the_mission_come_before_those_of_the_organization(
            Boolean mission,
            Boolean organization,
            Double threshold,
            Double confidence,
            ApprovalPolicy.Decision expected) {
        var constraints = new Constraints(
                null, null, null, null, null, mission, null, null, threshold, null, null, null, null, null, null, null,
                null);
        var approval = new Approval(organization, null, null, null, null, null);
        assertThat(ApprovalPolicy.decide(constraints, approval, confidence)).isEqualTo(expected);
    }
}
