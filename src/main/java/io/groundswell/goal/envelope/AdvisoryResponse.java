package io.groundswell.goal.envelope;

import io.groundswell.goal.Advisory;
import io.groundswell.wire.envelope.Envelope;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be kept in mind with a status. */
@RegisterForReflection
record AdvisoryResponse(
        @Schema(description = "Whether any flag is set") boolean hasAdvisory,

        @Schema(description = "A sentence for each flag that is set")
        List<String> messages,

        @Schema(description = "The period is not over") boolean periodInProgress,

        @Schema(description = "It ended less than 48 hours ago")
        boolean periodRecentlyEnded,

        @Schema(description = "The creator was last measured more than 24 hours ago, or never")
        boolean scrapeStale,

        @Schema(description = "The period has not started") boolean notYetStarted,

        @Schema(description = "When the period is over") String periodEndsAt,

        @Schema(
                description =
                        "When the creator or one of its videos that count was last measured, or a source last told of them",
                format = "date-time")
        @Nullable
        String lastUpdatedAt) {
    static AdvisoryResponse of(Advisory advisory) {
        return new AdvisoryResponse(
                advisory.isAny(),
                advisory.messages(),
                advisory.inProgress(),
                advisory.recentlyEnded(),
                advisory.stale(),
                advisory.notYetStarted(),
                Envelope.time(advisory.periodEnd()),
                Envelope.time(advisory.lastUpdate()));
    }
}
