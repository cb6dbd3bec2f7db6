package io.groundswell.goal.envelope;

import io.groundswell.goal.Compliance;
import io.groundswell.goal.GoalStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A creator and how it does with its goals. */
@RegisterForReflection
record ComplianceResponse(JudgedCreator creator, List<JudgedGoal> compliance) {

    @RegisterForReflection
    record JudgedCreator(
            String id,
            String tiktokHandle,
            @Nullable String displayName,

            @Schema(description = "As a source last told it; null where none did") @Nullable
            String avatarUrl) {}

    @RegisterForReflection
    record JudgedGoal(
            GoalResponse goal,

            @Schema(description = "How far it came; 0 where nothing is known")
            Number actual,

            Number target,

            @Schema(format = "date", description = "The first day")
            String periodStart,

            @Schema(format = "date", description = "The last day")
            String periodEnd,

            GoalStatus status,
            AdvisoryResponse advisory) {}

    static ComplianceResponse of(Compliance creator) {
        return new ComplianceResponse(
                new JudgedCreator(
                        creator.creatorId().toString(), creator.handle(), creator.displayName(), creator.avatarUrl()),
                creator.results().stream().map(ComplianceResponse::of).toList());
    }

    private static JudgedGoal of(Compliance.Result result) {
        return new JudgedGoal(
                GoalResponse.of(result.goal()),
                Figure.of(result.actual()),
                Figure.of(result.goal().aim().target()),
                result.period().start().toString(),
                result.period().end().minusDays(1).toString(),
                result.status(),
                AdvisoryResponse.of(result.advisory()));
    }
}
