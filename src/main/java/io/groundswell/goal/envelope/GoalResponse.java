package io.groundswell.goal.envelope;

import io.groundswell.database.Edge;
import io.groundswell.goal.Goal;
import io.groundswell.goal.GoalPeriod;
import io.groundswell.goal.GoalType;
import io.groundswell.wire.envelope.Envelope;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a creator is to reach, as callers read it. */
@RegisterForReflection
@Schema(
        description =
                "What a creator is to reach, in each day, week (from Monday on) or month anew. `engagement` is the engagement rate by views, in percent.")
record GoalResponse(
        String id,
        String projectId,
        String creatorId,
        GoalType type,
        GoalPeriod period,
        Number target,
        String createdAt,
        String updatedAt) {
    static GoalResponse of(Goal goal) {
        return new GoalResponse(
                goal.id().toString(),
                goal.programId().toString(),
                goal.creatorId().toString(),
                goal.aim().type(),
                goal.aim().period(),
                Figure.of(goal.aim().target()),
                Envelope.time(goal.createdAt()),
                Envelope.time(goal.updatedAt()));
    }

    static Edge edge(Goal goal) {
        return new Edge(goal.createdAt(), goal.id());
    }
}
